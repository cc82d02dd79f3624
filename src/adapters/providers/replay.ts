import { messageOf } from "../../domain/errors.ts";
import type { ModelRequest, Provider } from "../../ports/provider.ts";
import { NO_USAGE } from "./exchange.ts";
import { keyText, promptHash, readRecording, recordLine, replyFrom } from "./recording.ts";

/** Adds text to the end of a recording. */
export type Append = (line: string) => Promise<void>;

export interface RecordingOptions {
  /** Takes secrets out of the recorded prompt. The reply is recorded as it is: a replay must give the same edits. */
  readonly redact?: (text: string) => string;
  /** Leaves the prompt's words out of the recording. */
  readonly withoutPrompt?: boolean;
}

/** Asks `inner` and records every exchange. A recording that cannot be written is a warning: the reply is never lost. */
export function recordingProvider(inner: Provider, append: Append, options: RecordingOptions = {}): Provider {
  const { redact = (text: string) => text } = options;
  let written: Promise<unknown> = Promise.resolve();
  return {
    name: inner.name,
    async ask(request) {
      const reply = await inner.ask(request);
      const words = { system: redact(request.system), user: redact(request.user) };
      const line = recordLine(request, reply, options.withoutPrompt === true ? undefined : words);
      // One after the other: two lines must not mix.
      const writing = written.then(() => append(line));
      written = writing.catch(() => undefined);
      try {
        await writing;
        return reply;
      } catch (error) {
        const warning = `the exchange could not be recorded: ${messageOf(error)}`;
        return { ...reply, warnings: [...(reply.warnings ?? []), warning] };
      }
    },
    ceilingUsd: (request) => inner.ceilingUsd(request),
  };
}

/**
 * Answers from a recording's text, by what was asked for and not by its wording, with the recorded usage and cost.
 * Throws `PatchProError("input")` if the recording cannot be read.
 */
export function replayProvider(recording: string, name = "replay:recording"): Provider {
  const byKey = readRecording(recording);
  return {
    name,
    async ask(request) {
      const recorded = byKey.get(keyText(request.key));
      if (recorded === undefined)
        return { ok: false, code: "LLM_ERROR", reason: missing(request), retryable: false, ...NOTHING };
      const changed = recorded.promptHash === promptHash(request) ? [] : ["the prompt changed since the recording"];
      const reply = replyFrom(recorded, changed);
      return reply.ok ? { ...reply, replayed: true } : reply;
    },
    ceilingUsd: (request) => byKey.get(keyText(request.key))?.costUsd ?? 0,
  };
}

const NOTHING = { usage: NO_USAGE, costUsd: 0, latencyMs: 0, transportRetries: 0 };

function missing({ key }: ModelRequest): string {
  const findings = key.findings.length === 0 ? "no findings" : `findings ${key.findings.join(", ")}`;
  const asked = `task ${key.task}, file ${key.fileHash.slice(0, 12)}, ${findings}, attempt ${key.attempt}`;
  return `nothing is recorded for ${asked}; ask a model with --record FILE to add it`;
}
