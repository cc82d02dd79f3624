import { join } from "node:path";
import { sha256 } from "../../../domain/digest.ts";
import type { TraceFile } from "../../../domain/trace.ts";

/** Where a trace file stands below the folder of traces. */
export function tracePath(folder: string, file: TraceFile): string {
  const run = join(folder, fileName(file.run.id));
  switch (file.kind) {
    case "run":
      return join(run, "run.json");
    case "repair":
      return join(run, fileName(file.repair.id), "repair.json");
    case "attempt":
      return join(run, fileName(file.repair.id), `${file.attempt.number}.json`);
  }
}

/** An id as a name that every file system takes and that leads nowhere else. */
export function fileName(id: string): string {
  const plain = /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/.test(id) && !/^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(id);
  return plain ? id : `id-${sha256(id).slice(0, 32)}`;
}
