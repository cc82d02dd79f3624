import { z } from "zod";
import type { SourceText } from "../../domain/text.ts";
import { diffTexts } from "../../patch/diff.ts";
import type { HeldOut } from "./held-out.ts";

/** A folder of eval cases: one folder each, with `before/` and, where there is a reference, `after/`. */
interface CasesFolder {
  list(): Promise<readonly string[]>;
  read(path: string): Promise<SourceText | undefined>;
}

/** Every file and every reference fix of the cases in a folder, also of cases that cannot be run. */
export async function heldOutCases(folder: CasesFolder): Promise<HeldOut[]> {
  const paths = new Set(await folder.list());
  const held: HeldOut[] = [];
  for (const path of paths) {
    const [, name, rest] = /^(.+?)\/before\/(.+)$/s.exec(path) ?? [];
    if (name === undefined || rest === undefined) continue;
    const before = (await folder.read(path))?.text;
    const after = paths.has(`${name}/after/${rest}`) ? (await folder.read(`${name}/after/${rest}`))?.text : undefined;
    if (before !== undefined) held.push(heldOut(`case ${name}`, rest, before, after));
  }
  return held;
}

/** What is read of a line of `patchpro eval synth`; its other fields say nothing here. */
const syntheticLine = z.looseObject({
  id: z.union([z.string(), z.number()]),
  rule: z.string().exactOptional(),
  path: z.string(),
  before: z.string(),
  after: z.string().nullish(),
  finding: z.looseObject({ id: z.string().exactOptional() }).nullish(),
});

/** One line of a synthetic set; undefined for a line that is none. */
export function heldOutSynthetic(line: string): HeldOut | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const read = syntheticLine.safeParse(value);
  if (!read.success) return undefined;
  const { id, rule, path, before, after, finding } = read.data;
  return {
    ...heldOut(`synthetic finding ${id}`, path, before, after ?? undefined),
    ...(rule !== undefined && { ruleId: rule }),
    ...(finding?.id !== undefined && { findingIds: [finding.id] }),
  };
}

function heldOut(name: string, path: string, before: string, after: string | undefined): HeldOut {
  const diff = after === undefined ? undefined : diffTexts({ path, before, after, encoding: "utf8" });
  return { name, text: before, ...(diff && { patch: diff.header + diff.hunks }) };
}
