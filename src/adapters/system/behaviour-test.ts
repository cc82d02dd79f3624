import type { SourceText } from "../../domain/text.ts";
import type { ProcessRunner } from "../../ports/process.ts";
import { plantTree } from "./throw-away-tree.ts";

/** How a test ended; `missing`: what would run it is not on this computer. */
export type TestEnd =
  | { readonly kind: "passed" }
  | { readonly kind: "failed"; readonly words: string }
  | { readonly kind: "missing"; readonly what: string };

export interface BehaviourTest {
  /** The sources and the tests beside them. */
  readonly files: ReadonlyMap<string, SourceText>;
  /** Relative to the top: `tests/NAME.py`, `.mjs` or `.ts`. */
  readonly test: string;
}

const TIMEOUT_MS = 30_000;
const LAST_CHARACTERS = 400;

/**
 * Runs a file's own statements, then every function in it called `test_…` that takes no argument and that nothing has
 * called yet: a file that only defines its tests must not pass for that.
 */
const PYTHON = `
import inspect, runpy, sys
sys.path.insert(0, ".")
space = runpy.run_path(sys.argv[1], run_name="__main__")
if "unittest.main" not in open(sys.argv[1], encoding="utf-8").read():
    for name, test in list(space.items()):
        if name.startswith("test") and inspect.isfunction(test):
            test()
`;

/**
 * Runs a test in a folder that holds nothing but the given files, from its top, and removes the folder. The program gets an
 * environment without secrets and half a minute.
 */
export async function runBehaviourTest(
  { files, test }: BehaviourTest,
  { runner, tmp }: { readonly runner: ProcessRunner; readonly tmp: string },
): Promise<TestEnd> {
  const tree = plantTree({ files, tmp, repository: false });
  try {
    const python = test.endsWith(".py");
    const programs = python ? (process.platform === "win32" ? ["python", "python3"] : ["python3"]) : [process.execPath];
    for (const file of programs) {
      const args = python ? ["-B", "-c", PYTHON, test] : [test];
      const env = { PYTHONPATH: tree.root, PYTHONUTF8: "1", NODE_NO_WARNINGS: "1" };
      const done = await runner.run({
        file,
        args,
        cwd: tree.root,
        timeoutMs: TIMEOUT_MS,
        env,
        maxOutputBytes: 1_000_000,
      });
      if (done.ended === "not-found" || done.ended === "not-executable") continue;
      if (done.ended === "exited" && done.exitCode === 0) return { kind: "passed" };
      const said = `${done.stdout.toString("utf8")}\n${done.stderr}`.trim();
      const how = done.ended === "exited" ? "" : `${done.ended}: `;
      return { kind: "failed", words: how + said.slice(-LAST_CHARACTERS).replaceAll(/\s*\n\s*/g, " / ") };
    }
    return {
      kind: "missing",
      what: `${python ? "python3" : "node"} is not on this computer, so that ${test} cannot be run`,
    };
  } finally {
    await tree.dispose();
  }
}
