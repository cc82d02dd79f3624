import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { findRuff } from "../../src/adapters/analyzers/ruff/find.ts";
import { createNativeRuff } from "../../src/adapters/analyzers/ruff/native.ts";
import { createWasmRuff } from "../../src/adapters/analyzers/ruff/wasm.ts";
import { decodeText } from "../../src/domain/text.ts";
import { resolveRegion } from "../../src/patch/region.ts";
import type { VariantReport } from "../../src/ports/analyzer.ts";
import { here, readRuffJson, runner, stageBeside, temporaryFolder, variantOf, workspaceAt } from "./support.ts";

/** What both builds must agree on: these linters did not change between the versions that are compared. */
const SELECT = ["E", "F", "W", "I", "B", "UP", "S", "C4", "SIM", "RET", "PIE", "ARG", "D", "N8"];
const ruff = await findRuff(runner, process.cwd(), ["ruff"]);

const own: Readonly<Record<string, string>> = {
  "crlf.py": "import os\r\nimport sys\r\n\r\n\r\ndef f(a, b=[]):\r\n\treturn None\r\n",
  "bom.py": "\uFEFFimport os, sys\nx = 'é😀'; import re\n",
  "bare.py": "def f():\n    x = 1",
  "breaks.py": "x = '\u2028'; import os\ny = 1\x0c\nimport sys\n",
  "broken.py": "def f(:\n  pass\n",
  "empty.py": "",
};

const shared = path.join(here, "..", "shared", "data", "cases", "python");
const cases = existsSync(shared)
  ? readdirSync(shared).filter((slug) => existsSync(path.join(shared, slug, "case.json")))
  : [];
const caseFile = z.object({ path: z.string() });

function casesTexts(): Record<string, string> {
  const texts = cases.map((slug) => {
    const about = caseFile.parse(JSON.parse(readFileSync(path.join(shared, slug, "case.json"), "utf8")));
    return [`${slug}.py`, decodeText(readFileSync(path.join(shared, slug, "before", about.path))).text] as const;
  });
  return Object.fromEntries(texts);
}

async function bothSay(texts: Readonly<Record<string, string>>): Promise<{ native: string[]; wasm: string[] }> {
  const root = temporaryFolder({
    "ruff.toml": `target-version = "py311"\n[lint]\nselect = ${JSON.stringify(SELECT)}\n`,
  });
  const workspace = workspaceAt(root);
  const staged = stageBeside(
    root,
    temporaryFolder(),
    Object.entries(texts).map(([name, text]) => variantOf(name, { [name]: text })),
  );
  const native = createNativeRuff({
    ruff: ruff ?? { file: "", version: "" },
    workspace,
    runner,
    read: readRuffJson,
    settings: {},
  });
  const wasm = createWasmRuff({ workspace, settings: {} });
  try {
    return {
      native: said(await native.analyzeVariants(staged, "fixes"), texts),
      wasm: said(await wasm.analyzeVariants(staged, "fixes"), texts),
    };
  } finally {
    await wasm.close();
  }
}

/** Rule, place, code and edits of every finding, by the real text: units may differ, what is meant may not. */
function said(reports: readonly VariantReport[], texts: Readonly<Record<string, string>>): string[] {
  return reports
    .flatMap(({ variantId, report }) =>
      report.findings.map(({ ruleId, region, fixes }) => {
        const text = texts[variantId] ?? "";
        const at = region && resolveRegion(text, region)?.span;
        const edits = fixes.flatMap((fix) =>
          fix.edits.map((edit) => {
            const span = resolveRegion(text, edit.region)?.span;
            return `${span?.start}-${span?.end}=${JSON.stringify(edit.text)}`;
          }),
        );
        return `${variantId} ${ruleId} ${at?.start}-${at?.end} ${edits.join(" ")}`;
      }),
    )
    .sort();
}

const absent = ruff ? undefined : "no ruff on PATH";
describe.skipIf(absent !== undefined)(`embedded and native Ruff${absent ? ` (skipped: ${absent})` : ""}`, () => {
  it("say the same of odd line ends, byte-order marks, wide characters and broken code", async () => {
    const { native, wasm } = await bothSay(own);
    expect(native.length).toBeGreaterThan(10);
    expect(wasm).toEqual(native);
  });

  const noCases = cases.length === 0 ? "no ../shared/data/cases/python beside this checkout" : undefined;
  it.skipIf(noCases !== undefined)(
    `say the same of the shared cases${noCases ? ` (skipped: ${noCases})` : ""}`,
    async () => {
      const { native, wasm } = await bothSay(casesTexts());
      expect(native.length).toBeGreaterThan(50);
      expect(wasm).toEqual(native);
    },
  );
});
