import path from "node:path";
import { sendOtlp } from "../../adapters/otlp/send.ts";
import { traceFilesIn } from "../../adapters/stores/files/write-files.ts";
import { importFromPlace } from "../../adapters/stores/import-place.ts";
import { openStore, storeTarget } from "../../adapters/stores/open.ts";
import { thisPlace } from "../../adapters/stores/place.ts";
import { writeAtomic } from "../../adapters/system/atomic-file.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { dataFolder } from "../../adapters/system/run-folder.ts";
import type { Config } from "../../config/config.ts";
import { PatchProError } from "../../domain/errors.ts";
import type { Example } from "../../fix/model/task.ts";
import type { Recorder } from "../../ports/recorder.ts";
import type { MergeTally, TraceStore } from "../../ports/store.ts";
import { createRecorder } from "../../trace/recorder.ts";
import { type Redactor, redactor } from "../../trace/redact.ts";
import type { CommandContext } from "../context.ts";

/** Examples of one rule in one prompt: more would crowd out the code. */
const EXAMPLES = 2;

/** A run that is being taken down. */
export interface RunTraces {
  readonly recorder: Recorder;
  /** Proved patches of a rule that a person called good. */
  examples(ruleId: string): Promise<readonly Example[]>;
  /** Writes what is waiting, and closes the store. */
  end(status: "done" | "stopped"): Promise<void>;
}

/** The store of a repository's traces. Throws `PatchProError("store")`. */
export function openTraces(root: string, { store }: Config): Promise<TraceStore> {
  return openStore(storeTarget(store.url, dataFolder(root)), systemClock);
}

/** Takes out of every text what the environment holds as a secret, and what looks like one. */
export function redactorFor({ environment: { keys, storeUrl, raw } }: CommandContext): Redactor {
  return redactor({
    values: [...Object.values(keys), storeUrl].filter((value) => value !== undefined),
    variables: raw,
  });
}

/** Starts to take a run down, in the store and in files beside it. */
export async function recordRun(
  { root, runId, config }: { readonly root: string; readonly runId: string; readonly config: Config },
  context: CommandContext,
  warn: (text: string) => void,
): Promise<RunTraces> {
  const store = await openTraces(root, config);
  const recorder = createRecorder({
    store,
    files: traceFilesIn(path.join(dataFolder(root), "traces")),
    redactor: redactorFor(context),
    clock: systemClock,
    place: thisPlace(),
    warn,
  });
  recorder.runStarted({
    id: runId,
    kind: context.environment.ci ? "ci" : "local",
    repository: path.basename(root),
    toolVersion: context.toolVersion,
    startedAt: systemClock.now(),
  });
  return {
    recorder,
    examples: async (ruleId) => {
      const found = await store.goodExamples(ruleId, EXAMPLES);
      return found.flatMap(({ snippets, message }) =>
        snippets.slice(0, 1).map(({ before, after }) => ({ before, after, why: message })),
      );
    },
    async end(status) {
      recorder.runEnded(runId, { endedAt: systemClock.now(), status });
      await recorder.close();
      await store.close();
    },
  };
}

/** Adds what a folder with trace files, or a database, holds. Throws `PatchProError` if it is neither. */
export function importTraces(store: TraceStore, place: string): Promise<MergeTally> {
  return importFromPlace(store, place, systemClock);
}

/** Sends traces to an OpenTelemetry collector. Throws `PatchProError("network")` if it does not take them. */
export async function sendTraces(url: string, body: object): Promise<void> {
  const sent = await sendOtlp({ url }, body, systemClock);
  if (!sent.ok)
    throw new PatchProError(
      "network",
      `the collector did not take the traces: ${sent.reason}`,
      "Check the address; the traces stay in the store.",
    );
}

/** Writes a file that a person asked for: all of it or nothing. */
export function writeNewText(file: string, text: string): Promise<void> {
  return writeAtomic(file, text);
}
