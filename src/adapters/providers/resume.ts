import { z } from "zod";
import type { ModelReply, ModelRequest, Provider } from "../../ports/provider.ts";
import { keyText, promptHash, type Recorded, readRecording, recordLine, replyFrom } from "./recording.ts";
import type { Append } from "./replay.ts";

/**
 * Answers from the journal of a run that was cut off, where it holds the answer to the very same prompt of the very same
 * model: nothing is paid for it twice. Everything else is asked of `inner` and added to the journal before it is used.
 * A journal that cannot be read, or not written any more, costs money and no answer.
 */
export function resumingProvider(inner: Provider, journal: string, append: Append): Provider {
  const known = readJournal(journal, inner.name);
  const answered = (request: ModelRequest): Recorded | undefined => {
    const recorded = known.get(keyText(request.key));
    return recorded?.promptHash === promptHash(request) ? recorded : undefined;
  };
  let written: Promise<unknown> = Promise.resolve();
  return {
    name: inner.name,
    async ask(request) {
      const recorded = answered(request);
      if (recorded) return paidFor(replyFrom(recorded, []));
      const reply = await inner.ask(request);
      if (!isAnswer(reply)) return reply;
      const line = `${JSON.stringify({ provider: inner.name })}\t${recordLine(request, reply, undefined)}`;
      // One after the other: two lines must not mix.
      const writing = written.then(() => append(line));
      written = writing.catch(() => undefined);
      await written;
      return reply;
    },
    ceilingUsd: (request) => (answered(request) ? 0 : inner.ceilingUsd(request)),
  };
}

/** What the model said and was paid for, fit for use or not; a failure to reach it is worth another try. */
function isAnswer(reply: ModelReply): boolean {
  return reply.ok || (reply.text !== undefined && reply.text !== "");
}

function paidFor(reply: ModelReply): ModelReply {
  return reply.ok ? { ...reply, costUsd: 0, replayed: true } : { ...reply, costUsd: 0 };
}

const entry = z.object({ provider: z.string() });

/** The journal's whole lines for one provider; the last line may have been cut off. */
function readJournal(journal: string, provider: string): Map<string, Recorded> {
  const known = new Map<string, Recorded>();
  for (const line of journal.split("\n")) {
    const tab = line.indexOf("\t");
    if (tab === -1) continue;
    try {
      if (entry.parse(JSON.parse(line.slice(0, tab))).provider !== provider) continue;
      for (const [key, recorded] of readRecording(line.slice(tab + 1))) known.set(key, recorded);
    } catch {
      // Cut off in the middle of a line: that answer is asked for again.
    }
  }
  return known;
}
