import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { z } from "zod";
import { PatchProError } from "../../../domain/errors.ts";
import type { TraceFile } from "../../../domain/trace.ts";
import type { DumpLine, DumpSource } from "../../../ports/store.ts";
import { linesOf } from "./lines.ts";
import { traceFileSchema } from "./schema.ts";

/**
 * The JSON files below a folder as something to import. Files that are no trace files are passed over; one that says it
 * is and cannot be read ends the import with `PatchProError("input", …)`.
 */
export function traceFolder(folder: string): DumpSource {
  return { dump: () => dumpFolder(folder) };
}

async function* dumpFolder(folder: string): AsyncGenerator<DumpLine> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /^(?:\d{1,6}|repair|run)\.json$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const path of paths) {
    const file = await readTraceFile(path, relative(folder, path));
    if (file) yield* linesOf(file);
  }
}

async function readTraceFile(path: string, name: string): Promise<TraceFile | undefined> {
  const text = await readFile(path, "utf8");
  const data = parseJson(text);
  if (data === undefined) throw unreadable(name, "it is not JSON");
  const versioned = z.object({ schema_version: z.number(), kind: z.string() }).safeParse(data);
  if (!versioned.success) return undefined;
  const file = traceFileSchema.safeParse(data);
  if (!file.success) throw unreadable(name, z.prettifyError(file.error).split("\n", 2).join(" "));
  return file.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unreadable(name: string, why: string): PatchProError {
  return new PatchProError(
    "input",
    `The trace file ${name} cannot be read: ${why}`,
    "Remove it, or import with the PatchPro that wrote it.",
  );
}
