import type { Context } from "hono";
import type { AttemptTrace, RepairTrace } from "../domain/trace.ts";
import type { Clock } from "../ports/clock.ts";
import type { TraceStore } from "../ports/store.ts";
import type { Climb, ConfigAnswer, FilesAnswer, PlaygroundAnswer, PlaygroundBody } from "./api.ts";
import type { SuiteAnswer } from "./job-api.ts";
import type { DoJob } from "./jobs.ts";

/** What the routes use of a store. */
export type ServerStore = Pick<
  TraceStore,
  | "listRepairs"
  | "facets"
  | "repair"
  | "repairOfAttempt"
  | "overview"
  | "progressOf"
  | "addLabel"
  | "undoLabel"
  | "labels"
  | "labelQueue"
  | "releaseLeases"
  | "labelPace"
  | "savedViews"
  | "saveView"
  | "deleteView"
  | "judgements"
  | "clusters"
  | "evals"
  | "datasets"
>;

/** One attempt with the repair that it belongs to. */
export interface AttemptPlace {
  readonly trace: RepairTrace;
  readonly attempt: AttemptTrace;
}

/** What needs the repository and its tools. Each throws `PatchProError` for what a person can mend. */
export interface Workbench {
  /** The files of an attempt's patch as they stand, without it and with it. */
  files(place: AttemptPlace): Promise<FilesAnswer>;
  /** Climbs the ladder with whole texts instead of the attempt's own; `null`: the file goes. */
  climb(place: AttemptPlace, files: Readonly<Record<string, string | null>>): Promise<Climb>;
}

/** Asks a model again, and lets what it says climb the ladder. Throws `PatchProError("input")` for a model that is not configured. */
export type Ask = (place: AttemptPlace, body: PlaygroundBody) => Promise<PlaygroundAnswer>;

/** Work that the page may start, as the commands do it. */
export interface PageWork {
  readonly doJob: DoJob;
  /** The repository's own cases. Throws `PatchProError`. */
  suite(): Promise<SuiteAnswer>;
}

/** The built page. */
export interface PageFiles {
  /** Bytes of a file by its name relative to the page's folder; undefined if the folder holds none of exactly that name. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** What the server works with. */
export interface ServerTools {
  readonly store: ServerStore;
  readonly page: PageFiles;
  readonly clock: Clock;
  readonly token: string;
  readonly about: Pick<ConfigAnswer, "toolVersion" | "repository" | "models" | "rater">;
  /** Undefined: attempts cannot be corrected here. */
  readonly workbench?: Workbench;
  /** Undefined: there is no playground. */
  readonly ask?: Ask;
  /** Undefined: nothing can be started here. */
  readonly work?: PageWork;
  isLocal(c: Context): boolean;
  /** Takes secrets out of what a person typed, before it is written. */
  redact(text: string): string;
  /** Told of bugs. */
  report(error: unknown): void;
  /** Aborted when the server ends: what streams, stops. */
  readonly signal: AbortSignal;
  /** How often the store is looked at for what is new, milliseconds. */
  readonly pollMs: number;
}
