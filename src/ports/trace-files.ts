import type { TraceFile } from "../domain/trace.ts";

/** Where the JSON files of a run go. */
export interface TraceFiles {
  /** Writes one file: under a temporary name first, so that nobody reads half of it. An older one of that name is replaced. */
  write(file: TraceFile): Promise<void>;
}
