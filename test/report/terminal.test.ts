import { describe, expect, it } from "vitest";
import type { FindingOutcome } from "../../src/domain/outcome.ts";
import { renderAnnotations } from "../../src/report/annotations.ts";
import { renderLadder } from "../../src/report/ladder.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { renderTerminal, type TerminalOptions } from "../../src/report/terminal.ts";
import { widthOf } from "../../src/report/text-width.ts";
import { finding, patchOf, run, sampleRun } from "./sample.ts";

const PLAIN: TerminalOptions = {
  columns: 80,
  colour: false,
  unicode: true,
  runFolder: ".patchpro/runs/20261122-101530-7f3a",
  elsewhere: false,
  command: "patchpro",
  applied: false,
};

describe("a run on the terminal", () => {
  it("reads well at 80 columns", async () => {
    await expect(renderTerminal(sampleRun(), PLAIN)).toMatchFileSnapshot("expected/terminal-80.txt");
  });

  it("reads well at 40 columns in ASCII", async () => {
    const text = renderTerminal(sampleRun(), { ...PLAIN, columns: 40, unicode: false });
    expect(text).toMatch(/^[\n\x20-\x7e]*$/);
    await expect(text).toMatchFileSnapshot("expected/terminal-40-ascii.txt");
  });

  it("keeps to the width, except for paths and commands that are there to be copied", () => {
    for (const columns of [30, 40, 60, 80, 120]) {
      for (const line of renderTerminal(sampleRun(), { ...PLAIN, columns }).split("\n")) {
        if (!/^(Patches|Report|Next)/.test(line)) expect(widthOf(line), line).toBeLessThanOrEqual(columns);
      }
    }
  });

  it("differs with colour in nothing but colour", () => {
    const coloured = renderTerminal(sampleRun(), { ...PLAIN, colour: true });
    expect(coloured).toContain("\u001b[32m");
    expect(coloured.replace(/\u001b\[\d+m/g, "").replace(/ +$/gm, "")).toBe(renderTerminal(sampleRun(), PLAIN));
  });

  it("lets nothing from outside act on the terminal", () => {
    const evil = "\u001b]0;owned\u0007\u001b[2J\u202e\r\n::error::x ##[group]";
    const bad = finding({ tool: evil, ruleId: evil, path: evil, message: evil });
    const text = renderTerminal(
      run(
        [
          { finding: bad, outcome: { kind: "accepted", source: "native", patchId: "p", checks: [] } },
          { finding: bad, outcome: { kind: "rejected", check: "clean", reason: evil, checks: [] } },
          { finding: bad, outcome: { kind: "skipped", skip: "stale", reason: evil } },
        ],
        [patchOf("p", [bad])],
        { notices: [evil], stopped: { why: "outside-failed", detail: evil } },
      ),
      PLAIN,
    );
    expect(text).toMatch(/^[^\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]*$/);
    expect(text).not.toMatch(/^\s*::|##\[/m);
  });

  it.each([
    ["nothing found", run([]), "No findings. Nothing to do.\n"],
    [
      "a run that was stopped",
      run([{ finding: finding(), outcome: { kind: "skipped", skip: "interrupted", reason: "stopped" } }], [], {
        stopped: { why: "interrupted", detail: "Ctrl-C" },
      }),
      "Stopped by you: Ctrl-C",
    ],
    [
      "no patch",
      run([{ finding: finding(), outcome: { kind: "skipped", skip: "no-fix", reason: "none" } }]),
      "no source has a fix for it",
    ],
    ["a model of unknown price", { ...sampleRun(), costUsd: undefined }, "cost not known"],
  ])("says what matters: %s", (_, result, words) => {
    expect(renderTerminal(result, PLAIN)).toContain(words);
  });

  it("tells rules with long names apart", () => {
    const rules = ["@typescript-eslint/consistent-type-assertions", "@typescript-eslint/consistent-type-definitions"];
    const findings = rules.map((ruleId) => finding({ id: ruleId, ruleId, tool: "eslint" }));
    const text = renderTerminal(
      run(
        findings.map((each) => ({
          finding: each,
          outcome: { kind: "accepted", source: "native", patchId: each.ruleId, checks: [] },
        })),
        findings.map((each) => patchOf(each.ruleId, [each])),
      ),
      { ...PLAIN, columns: 100 },
    );
    for (const rule of rules) expect(text).toContain(rule);
  });

  it("calls proved only what passed every check, not what a relaxed configuration lets through", () => {
    const [one, other] = [finding({ id: "one" }), finding({ id: "other", ruleId: "B006" })];
    const fixed = (each: typeof one, patchId: string): FindingOutcome => ({
      finding: each,
      outcome: { kind: "accepted", source: "native", patchId, checks: [] },
    });
    const relaxed = { ...patchOf("p2", [other]), unproved: ["clean" as const] };
    const result = run([fixed(one, "p1"), fixed(other, "p2")], [patchOf("p1", [one]), relaxed]);
    const text = renderTerminal(result, PLAIN);
    expect(text).toContain("✓ 1 fixed and proved\n  ~ 1 fixed, but not wholly proved   fails clean, not required\n");
    expect(text).toMatch(/^Fixed$/m);
    expect(renderMarkdown(result)).toContain(
      "| Fixed and proved | 1 |\n| Fixed, but not wholly proved (fails clean, not required) | 1 |",
    );
    expect(renderMarkdown(result)).not.toContain("## Fixed and proved");
    expect(renderAnnotations(result)).toContain("PatchPro has a fix that is not wholly proved.");
    const failing = { name: "clean", status: "fail", ms: 1, detail: "E402 is new" } as const;
    expect(renderLadder([failing], undefined, PLAIN)).toContain('Not wholly proved: it fails "clean", not required');
  });

  it("ends with the one command that makes sense next", () => {
    expect(renderTerminal(sampleRun(), { ...PLAIN, command: "npx patchpro" })).toMatch(/Next {5}npx patchpro apply\n$/);
    expect(renderTerminal(sampleRun(), { ...PLAIN, applied: true })).toMatch(/Next {5}git diff\n$/);
    expect(renderTerminal(sampleRun(), { ...PLAIN, runFolder: "../my run", elsewhere: true })).toMatch(
      /Next {5}patchpro apply --run '..\/my run'\n$/,
    );
  });
});
