import { describe, expect, it } from "vitest";
import type { Codemod } from "../../src/domain/codemod.ts";
import type { Finding } from "../../src/domain/finding.ts";
import { codemodOffers } from "../../src/fix/codemod/offer.ts";
import type { OpenFinding } from "../../src/fix/open-finding.ts";

const codemod: Codemod = {
  name: { id: "a", file: "a.yml", origin: "repository" },
  languages: ["python"],
  fixes: ["ruff:A1", "sonar:S1192"],
  isSafe: false,
  search: { rule: { pattern: "f($A)" } },
  transformed: new Set(),
  template: "g($A)",
  message: "a",
};

function open(tool: string, ruleId: string, path = "a.py"): OpenFinding {
  const place = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 };
  const words = { severity: "warning" as const, message: "m", fixes: [], witnesses: [] };
  const finding: Finding = { id: `${tool}-${ruleId}-${path}`, tool, ruleId, path, ...place, ...words };
  return { finding, now: finding, tried: new Set() };
}

/** Which of the two were asked for, for these findings. */
async function askedFor(findings: readonly OpenFinding[]): Promise<string[]> {
  const asked: string[] = [];
  const offers = codemodOffers(
    async () => {
      asked.push("codemods");
      return [codemod];
    },
    async () => {
      asked.push("engine");
      throw new Error("no engine here");
    },
  );
  const texts = new Map(["a.py", "a.ts", "a.go"].map((path) => [path, { text: "f(1)\n", encoding: "utf8" as const }]));
  await offers(findings, texts).catch(() => {});
  return asked;
}

describe("what is loaded for codemods", () => {
  it("is nothing where no finding is open", async () => {
    expect(await askedFor([])).toEqual([]);
  });

  it.each([
    ["another rule", open("ruff", "A2")],
    ["the same rule of another tool", open("flake8", "A1")],
    ["another language", open("ruff", "A1", "a.ts")],
    ["a language that codemods do not know", open("ruff", "A1", "a.go")],
  ])("is no engine for %s", async (_name, finding) => {
    expect(await askedFor([finding])).toEqual(["codemods"]);
  });

  it.each([
    ["the tool and the rule", open("ruff", "A1")],
    ["a rule whose own name has a colon, of any tool", open("sonarqube", "sonar:S1192")],
  ])("is the engine where a codemod names %s", async (_name, finding) => {
    expect(await askedFor([finding])).toEqual(["codemods", "engine"]);
  });
});
