import { randomBytes } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { TRACE_FILE_VERSION } from "../../../domain/trace.ts";
import type { TraceFiles } from "../../../ports/trace-files.ts";
import { tracePath } from "./paths.ts";

/** JSON files below `folder` (absolute). They mirror the store, so they are renamed into place but not forced to the disk. */
export function traceFilesIn(folder: string): TraceFiles {
  const made = new Set<string>();
  return {
    write: async (file) => {
      const path = tracePath(folder, file);
      const parent = dirname(path);
      if (!made.has(parent)) {
        await mkdir(parent, { recursive: true });
        made.add(parent);
      }
      const temporary = `${path}.${randomBytes(4).toString("hex")}.tmp`;
      try {
        await writeFile(temporary, `${JSON.stringify({ schema_version: TRACE_FILE_VERSION, ...file }, null, 1)}\n`, {
          flag: "wx",
        });
        await rename(temporary, path);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
  };
}
