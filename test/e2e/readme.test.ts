import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { exampleRun, excerpt, shownRun, stable } from "../../scripts/docs/example-run.ts";

it("the README shows what its first command prints today (else: npm run docs)", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "patchpro-readme-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const output = await exampleRun(["--out", path.join(folder, "run")]);
  expect(placeless(excerpt(output))).toBe(placeless(shownRun()));
});

/** Without the folder that a run is written to. */
function placeless(output: string): string {
  return stable(output)
    .replaceAll(/^(Patches|Report) .*\/(combined\.diff|report\.md)$/gm, "$1 $2")
    .replace(/^(Next .* apply) --run .*$/m, "$1");
}
