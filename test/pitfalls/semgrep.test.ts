import { readdirSync } from "node:fs";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { newestRun, patchpro, reportIn } from "../e2e/support/cli.ts";
import { openPlayground } from "../pipeline/toy/repair.ts";
import { installed } from "./support.ts";

/** Pitfalls A1, A2, A6 and B3 with Semgrep itself and rules of our own. It asks the network for its version if it is not told off. */
const version = installed("semgrep", ["--version"], { SEMGREP_ENABLE_VERSION_CHECK: "0", SEMGREP_SEND_METRICS: "off" });

const RULES = `
rules:
  - id: no-wrap
    languages: [python]
    severity: WARNING
    message: wrap is old
    pattern: wrap($X)
    fix: w($X)
  - id: one-line
    languages: [python]
    severity: WARNING
    message: fits in a line
    pattern: pair($A, $B)
    fix: p($A, $B)
  - id: no-old
    languages: [python]
    severity: WARNING
    message: old is old
    pattern: old()
    fix-regex:
      regex: old
      replacement: new
  - id: no-fix
    languages: [python]
    severity: WARNING
    message: nothing offered
    pattern: bare()
`;
const CODE = `x = wrap("a" + wrap("b"))
y = pair(
    1,
    pair(
        2,
        3,
    ),
)
z = old()
bare()
f(key=(wrap(1) or 2))
`;
/** The brackets around the sum are Semgrep's own. */
const FIXED = `x = w(("a" + w("b")))
y = p(1, p(2, 3))
z = new()
bare()
f(key=(w(1) or 2))
`;

const playground = openPlayground();
afterAll(() => playground.remove());
// Semgrep leaves a folder of its own.
afterEach(() =>
  expect(
    readdirSync(playground.tmp).filter((name) => !name.startsWith("semgrep")),
    "no temporary files are left",
  ).toEqual([]),
);

describe.skipIf(version === undefined)(`Semgrep ${version ?? "(skipped: it is not installed here)"}`, () => {
  it("A1, A2, A6, B3: nested matches, matches that shrink, brackets around them, fix-regex and no fix at all", {
    timeout: 240_000,
  }, async () => {
    playground.fill({
      "a.py": CODE,
      ".semgrep/rules.yml": RULES,
      ".patchpro.toml": "[analyzers.ruff]\nenabled = false\n",
    });
    const { code, err } = await patchpro(playground, ["run", "--apply"]);
    expect(code, err).toBe(0);
    const report = reportIn(newestRun(playground.root));
    const left = report.findings.filter(({ outcome }) => outcome.kind !== "accepted");
    expect(left.map(({ ruleId, outcome }) => [ruleId.split(".").at(-1), outcome.kind])).toEqual([
      ["no-fix", "skipped"],
    ]);
    expect(playground.read("a.py")).toBe(FIXED);
  });
});
