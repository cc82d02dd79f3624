import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Finding } from "../../src/domain/finding.ts";
import { honest } from "../../src/verify/honest/honest.ts";
import { scoped } from "../../src/verify/scoped.ts";

const CASES = resolve(import.meta.dirname, "../../../shared/data/cases");
const hasCases = existsSync(CASES);
const hasRuff = spawnSync("ruff", ["--version"]).status === 0;

const Case = z.object({
  path: z.string(),
  targets: z.array(
    z.object({
      code: z.string(),
      row: z.number(),
      col: z.number(),
      endRow: z.number(),
      endCol: z.number(),
      message: z.string(),
    }),
  ),
});
const Place = z.object({ row: z.number(), column: z.number() });
const Diagnostics = z.array(
  z.object({
    filename: z.string(),
    code: z.string().nullable(),
    message: z.string(),
    location: Place,
    end_location: Place,
    fix: z
      .object({ edits: z.array(z.object({ content: z.string(), location: Place, end_location: Place })) })
      .nullable(),
  }),
);

interface Module {
  readonly name: string;
  readonly folder: string;
  readonly about: z.infer<typeof Case>;
}

const modules: Module[] = !hasCases
  ? []
  : ["python", "typescript"].flatMap((language) =>
      readdirSync(join(CASES, language))
        .map((name) => ({ name: `${language}/${name}`, folder: join(CASES, language, name) }))
        .filter(({ folder }) => existsSync(join(folder, "case.json")))
        .map((each) => ({
          ...each,
          about: Case.parse(JSON.parse(readFileSync(join(each.folder, "case.json"), "utf8"))),
        })),
    );

function findingOf(
  path: string,
  ruleId: string,
  message: string,
  start: z.infer<typeof Place>,
  end: z.infer<typeof Place>,
): Finding {
  const place = { startLine: start.row, startColumn: start.column, endLine: end.row, endColumn: end.column };
  return { id: ruleId, tool: "ruff", ruleId, path, severity: "warning", message, fixes: [], witnesses: [], ...place };
}

describe.skipIf(!hasCases)("reference fixes (skipped where ../shared/data is absent)", () => {
  it.each(modules.map((each) => [each.name, each] as const))(
    "%s is honest and in scope",
    (_name, { folder, about }) => {
      const { path, targets } = about;
      const findings = targets.map((target) =>
        findingOf(
          path,
          target.code,
          target.message,
          { row: target.row, column: target.col },
          { row: target.endRow, column: target.endCol },
        ),
      );
      const [before, after] = ["before", "after"].map((side) => readFileSync(join(folder, side, path), "utf8"));
      const examined = {
        changes: [{ path, before: before ?? "", after: after ?? "", encoding: "utf8" as const }],
        findings,
        source: "model" as const,
      };
      for (const judgement of [honest(examined), scoped(examined)])
        expect(judgement, judgement.detail).toMatchObject({ status: "pass" });
    },
  );
});

describe.skipIf(!hasCases || !hasRuff)("Ruff's own fixes (skipped where ruff or ../shared/data is absent)", () => {
  it("are honest, each on its own", () => {
    const scratch = mkdtempSync(join(tmpdir(), "patchpro-honest-"));
    const texts = new Map<string, string>();
    for (const { name, folder, about } of modules.filter((each) => each.name.startsWith("python/"))) {
      const file = join(scratch, `${basename(name)}-${basename(about.path)}`);
      texts.set(file, readFileSync(join(folder, "before", about.path), "utf8"));
      writeFileSync(file, texts.get(file) ?? "");
    }
    const flags = ["--isolated", "--no-cache", "--select", "ALL", "--unsafe-fixes", "--output-format", "json"];
    const ruff = spawnSync("ruff", ["check", ...flags, "--exit-zero", scratch], { encoding: "utf8", maxBuffer: 1e8 });
    rmSync(scratch, { recursive: true, force: true });
    const flagged: string[] = [];
    let tried = 0;
    for (const { filename, code, message, location, end_location: end, fix } of Diagnostics.parse(
      JSON.parse(ruff.stdout),
    )) {
      const before = [...texts].find(([file]) => basename(file) === basename(filename))?.[1];
      if (!fix || code === null || before === undefined) continue;
      const path = basename(filename);
      const changes = [{ path, before, after: applied(before, fix.edits), encoding: "utf8" as const }];
      const judgement = honest({
        changes,
        findings: [findingOf(path, code, message, location, end)],
        source: "native",
      });
      tried++;
      if (judgement.status !== "pass") flagged.push(`${path}:${location.row} ${code}: ${judgement.detail}`);
    }
    expect(tried).toBeGreaterThan(50);
    expect(flagged).toEqual([]);
  });
});

type Edits = { content: string; location: z.infer<typeof Place>; end_location: z.infer<typeof Place> }[];

function applied(text: string, edits: Edits): string {
  return edits
    .map((edit) => ({
      start: offsetOf(text, edit.location),
      end: offsetOf(text, edit.end_location),
      content: edit.content,
    }))
    .sort((a, b) => b.start - a.start)
    .reduce((current, { start, end, content }) => current.slice(0, start) + content + current.slice(end), text);
}

/** Ruff counts columns in code points. */
function offsetOf(text: string, { row, column }: z.infer<typeof Place>): number {
  const lines = text.split(/(?<=\n)/);
  const before = lines.slice(0, row - 1).join("").length;
  return (
    before +
    Array.from(lines[row - 1] ?? "")
      .slice(0, column - 1)
      .join("").length
  );
}
