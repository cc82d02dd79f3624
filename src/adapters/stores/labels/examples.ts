import type { GoodExample } from "../../../ports/store.ts";
import type { Engine } from "../engine.ts";
import { textsAt } from "../read/texts.ts";

/** Attempts looked through at most for the examples of a rule. */
const LOOKED_THROUGH = 200;

/** Proved patches of a rule that a person called good, the newest label first, one per equal patch. */
export async function goodExamples(engine: Engine, ruleId: string, count: number): Promise<GoodExample[]> {
  const rows = await engine.reads
    .selectFrom("label_current as l")
    .innerJoin("attempt as a", "a.id", "l.attempt_id")
    .innerJoin("repair_finding as f", "f.repair_id", "a.repair_id")
    .select([
      "l.id as label_id",
      "a.id",
      "a.patch_sha",
      "a.patch_normal_sha",
      "l.corrected_patch_sha",
      "f.path",
      "f.message",
    ])
    .where("l.value", "=", "good")
    .where("l.origin", "=", "human")
    .where("a.outcome", "=", "accepted")
    .where("f.rule_id", "=", ruleId)
    .orderBy("l.id", "desc")
    .orderBy("f.ord")
    .limit(LOOKED_THROUGH)
    .execute();
  const chosen = rows
    .filter(
      (row, at) =>
        rows.findIndex((other) => other.id === row.id || other.patch_normal_sha === row.patch_normal_sha) === at,
    )
    .slice(0, Math.max(0, count));
  const texts = await textsAt(
    engine,
    chosen.map((row) => row.corrected_patch_sha ?? row.patch_sha),
  );
  return chosen.flatMap((row) => {
    const patch = texts.at(row.corrected_patch_sha ?? row.patch_sha);
    if (patch === undefined) return [];
    return [
      {
        attemptId: row.id,
        labelId: row.label_id,
        ruleId,
        path: row.path,
        message: row.message,
        patch,
        snippets: snippetsOf(patch),
      },
    ];
  });
}

/** Both sides of each hunk of a unified diff. */
export function snippetsOf(patch: string): { readonly before: string; readonly after: string }[] {
  const snippets: { before: string; after: string }[] = [];
  let old = 0;
  let fresh = 0;
  for (const line of patch.split("\n")) {
    const hunk = old + fresh <= 0 ? /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(line) : null;
    if (hunk) {
      old = Number(hunk[1] ?? 1);
      fresh = Number(hunk[2] ?? 1);
      snippets.push({ before: "", after: "" });
      continue;
    }
    const last = snippets.at(-1);
    if (!last || old + fresh <= 0 || line.startsWith("\\")) continue;
    const text = `${line.slice(1)}\n`;
    if (!line.startsWith("+")) {
      last.before += text;
      old -= 1;
    }
    if (!line.startsWith("-")) {
      last.after += text;
      fresh -= 1;
    }
  }
  return snippets;
}
