import path from "node:path";
import { sendOtlp } from "../../adapters/otlp/send.ts";
import { traceFilesIn } from "../../adapters/stores/files/write-files.ts";
import { importFromPlace } from "../../adapters/stores/import-place.ts";
import { openStore, storeTarget } from "../../adapters/stores/open.ts";
import { thisPlace } from "../../adapters/stores/place.ts";
import { writeAtomic } from "../../adapters/system/atomic-file.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { gitIn, succeeded } from "../../adapters/system/git.ts";
import { createProcessRunner } from "../../adapters/system/process.ts";
import { dataFolder } from "../../adapters/system/run-folder.ts";
import type { Config } from "../../config/config.ts";
import type { RunKind } from "../../domain/attempt.ts";
import { PatchProError } from "../../domain/errors.ts";
import type { Example } from "../../fix/model/task.ts";
import type { Recorder } from "../../ports/recorder.ts";
import type { MergeTally, TraceStore } from "../../ports/store.ts";
import { withLiveExport } from "../../trace/live-export.ts";
import { DEFAULT_OTLP } from "../../trace/otlp/options.ts";
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
export function redactorFor({ environment: { keys, storeUrl, otlp, raw } }: CommandContext): Redactor {
  return redactor({
    values: [...Object.values(keys), storeUrl, ...Object.values(otlp?.headers ?? {})].filter(
      (value) => value !== undefined,
    ),
    variables: raw,
  });
}

/** Starts to take a run down, in the store and in files beside it. */
export async function recordRun(
  {
    root,
    runId,
    config,
    kind,
    repository,
  }: {
    readonly root: string;
    readonly runId: string;
    readonly config: Config;
    /** By the environment if left out. */
    readonly kind?: RunKind;
    /** The folder's name if left out. */
    readonly repository?: string;
  },
  context: CommandContext,
  warn: (text: string) => void,
): Promise<RunTraces> {
  const store = await openTraces(root, config);
  const redacted = redactorFor(context);
  const recorder = exporting(
    createRecorder({
      store,
      files: traceFilesIn(path.join(dataFolder(root), "traces")),
      redactor: redacted,
      clock: systemClock,
      place: thisPlace(),
      warn,
    }),
    store,
    context,
    (text) => warn(redacted.text(text).text),
  );
  recorder.runStarted({
    id: runId,
    kind: kind ?? (context.environment.ci ? "ci" : "local"),
    repository: repository ?? path.basename(root),
    ...(kind === undefined && (await headOf(root, context))),
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

/** The recorder that also sends traces to the collector that the environment names, if it names one; without content. */
function exporting(
  recorder: Recorder,
  store: TraceStore,
  { environment: { otlp } }: CommandContext,
  warn: (text: string) => void,
): Recorder {
  if (otlp === undefined) return recorder;
  if (otlp.unusable !== undefined) {
    warn(`Traces are not exported: ${otlp.unusable}.`);
    return recorder;
  }
  return withLiveExport(recorder, {
    store,
    options: DEFAULT_OTLP,
    clock: systemClock,
    warn,
    async send(request, signal) {
      const sent = await sendOtlp({ ...otlp, exact: true, signal }, request, systemClock);
      if (!sent.ok) return sent.reason;
      return sent.rejected > 0
        ? `the collector refused ${sent.rejected} spans (${sent.note ?? "no reason given"})`
        : undefined;
    },
  });
}

/** The commit that the files of a run stand on; nothing outside of git, or before the first commit. */
async function headOf(root: string, { environment }: CommandContext): Promise<{ commit?: string }> {
  const git = gitIn(createProcessRunner({ env: environment.raw }), root);
  const head = await git(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
  return succeeded(head) ? { commit: head.stdout.toString("utf8").trim() } : {};
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
