import { z } from "zod";
import { messageOf, PatchProError } from "../domain/errors.ts";
import type { FileChange } from "../domain/outcome.ts";
import { decodeText, encodeText, type SourceText } from "../domain/text.ts";
import { unifiedDiff } from "../patch/diff.ts";
import { type Mended, mend } from "../patch/mend/mend.ts";

/** One line of `repair --batch`. */
const batchLine = z.object({
  id: z.union([z.string(), z.number()]),
  files: z.record(z.string(), z.string().nullable()),
  reply: z.string(),
  path: z.string().nullish(),
  line: z.int().nullish(),
  endLine: z.int().nullish(),
});

/** What became of a reply, as data. Declined replies count as refused: there is no patch. */
export interface RepairRecord {
  readonly outcome: "patched" | "refused";
  /** The canonical diff; empty for a refusal. Bytes that are not UTF-8 are shown as U+FFFD here. */
  readonly patch: string;
  /** New texts of the files that change; null: deleted. */
  readonly files: Readonly<Record<string, string | null>>;
  readonly repairs: readonly { readonly code: string; readonly detail: string; readonly line?: number }[];
  /** Why there is no patch, with its code in front. */
  readonly reason: string | null;
  readonly code: string | null;
  readonly explanation: string | null;
}

/** Mends the reply of one line of JSON. Throws `PatchProError("input")` for a line that is no task; `place` names it. */
export function repairLine(line: string, place: string): { id: string | number } & RepairRecord {
  const { id, files, reply, path, line: at, endLine } = parseLine(line, place);
  const texts = new Map(Object.entries(files));
  const mended = mend({
    files: texts,
    reply,
    ...(path && { path }),
    ...(at && { line: at }),
    ...(endLine && { endLine }),
  });
  return { id, ...recordOf(mended, (file) => textOf(texts.get(file) ?? undefined)).record };
}

/** Mends a reply against files of a folder, read when they are needed. */
export async function repairReply(
  reply: string,
  {
    root,
    path,
    line,
  }: { readonly root: string; readonly path?: string | undefined; readonly line?: number | undefined },
  folder: { list(): Promise<readonly string[]>; read(path: string): Promise<SourceText | undefined> },
): Promise<{ record: RepairRecord; diff: Uint8Array | undefined }> {
  const sources = new Map<string, SourceText>();
  for (const file of filesMeant(await folder.list(), reply, path)) {
    const source = await folder.read(file);
    if (source) sources.set(file, source);
  }
  if (path !== undefined && !sources.has(path)) {
    throw new PatchProError(
      "input",
      `${path} is not a file below ${root}`,
      "Give --path relative to --root, with / between its parts.",
    );
  }
  const files = new Map([...sources].map(([name, { text }]) => [name, text]));
  const mended = mend({ files, reply, root, ...(path !== undefined && { path }), ...(line !== undefined && { line }) });
  return recordOf(mended, (file) => sources.get(file));
}

/** The files that a reply may mean: those whose name it mentions; in a small folder all of them. */
function filesMeant(all: readonly string[], reply: string, path: string | undefined): readonly string[] {
  if (all.length <= 50) return all;
  return all.filter((file) => file === path || reply.includes(file.slice(file.lastIndexOf("/") + 1)));
}

function recordOf(
  mended: Mended,
  before: (path: string) => SourceText | undefined,
): { record: RepairRecord; diff: Uint8Array | undefined } {
  const nothing = { outcome: "refused", patch: "", files: {}, explanation: null } as const;
  if (mended.outcome === "declined")
    return { record: { ...nothing, repairs: [], code: "DECLINED", reason: mended.reason }, diff: undefined };
  if (mended.outcome === "refused")
    return {
      record: { ...nothing, repairs: mended.repairs, code: mended.code, reason: `${mended.code}: ${mended.reason}` },
      diff: undefined,
    };
  const changes = [...mended.files].map(([path, after]): FileChange => {
    const source = before(path);
    return { path, before: source?.text ?? null, after, encoding: source?.encoding ?? "utf8" };
  });
  const diff = unifiedDiff(changes);
  const record: RepairRecord = {
    outcome: "patched",
    patch: Buffer.from(diff).toString("utf8"),
    files: Object.fromEntries(mended.files),
    repairs: mended.repairs,
    reason: null,
    code: null,
    explanation: mended.explanation ?? null,
  };
  return { record, diff };
}

function parseLine(line: string, place: string): z.infer<typeof batchLine> {
  try {
    return batchLine.parse(JSON.parse(line));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : messageOf(error);
    throw new PatchProError(
      "input",
      `${place} is no task for repair: ${why}`,
      'Each line is {"id": …, "files": {"path": "text"}, "reply": "…"}, with "path" and "line" if they are known.',
    );
  }
}

/** Text that came as JSON: what cannot be encoded is left to show up in the diff as it is. */
function textOf(text: string | undefined): SourceText | undefined {
  return text === undefined ? undefined : decodeText(encodeText({ text, encoding: "utf8" }));
}
