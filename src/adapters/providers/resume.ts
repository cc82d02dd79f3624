import type { Provider } from "../../ports/provider.ts";
import { keyText, promptHash, type Recorded, readRecording, recordLine, replyFrom } from "./recording.ts";
import type { Append } from "./replay.ts";

/**
 * Answers from the journal of a run that was cut off, where it holds the answer to the very same prompt of the very same
 * model: nothing is paid for it twice. Everything else is asked of `inner` and added to the journal before it is used.
 * A journal that cannot be read, or not written any more, costs money and no answer.
 */
export function resumingProvider(inner: Provider, journal: string, append: Append): Provider {
  const known = readJournal(journal);
  let written: Promise<unknown> = Promise.resolve();
  return {
    name: inner.name,
    async ask(request) {
      const recorded = known.get(`${inner.name} ${keyText(request.key)}`);
      if (recorded && recorded.promptHash === promptHash(request)) {
        const reply = replyFrom(recorded, []);
        if (reply.ok) return { ...reply, costUsd: 0, replayed: true };
      }
      const reply = await inner.ask(request);
      if (!reply.ok) return reply;
      const line = `${JSON.stringify({ provider: inner.name })}\t${recordLine(request, reply, undefined)}`;
      const writing = written.then(() => append(line));
      written = writing.catch(() => undefined);
      await written;
      return reply;
    },
    ceilingUsd: (request) => inner.ceilingUsd(request),
  };
}

/** The journal's whole lines; the last one may have been cut off. */
function readJournal(journal: string): Map<string, Recorded> {
  const known = new Map<string, Recorded>();
  for (const line of journal.split("\n")) {
    const tab = line.indexOf("\t");
    if (tab === -1) continue;
    try {
      const name: unknown = JSON.parse(line.slice(0, tab)).provider;
      for (const [key, recorded] of readRecording(`${line.slice(tab + 1)}\n`)) known.set(`${String(name)} ${key}`, recorded);
    } catch {
      // Cut off in the middle of a line: that answer is asked for again.
    }
  }
  return known;
}
