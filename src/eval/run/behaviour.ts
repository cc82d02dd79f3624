import type { EvalCase, Files } from "../cases/case.ts";
import { testPath } from "../cases/content.ts";
import type { EvalGround } from "./workplace.ts";

/** What a case's own test showed. */
export type Behaviour =
  | { readonly status: "passed" }
  | { readonly status: "failed" | "skipped"; readonly reason: string };

/** Runs the case's test on the patched files, and where the finding is a bug, first on the files as they were. */
export async function showBehaviour(kase: EvalCase, patched: Files, ground: EvalGround): Promise<Behaviour> {
  const { behaviour } = kase.spec;
  if (!behaviour) return { status: "passed" };
  const test = testPath(behaviour.test);
  if (behaviour.failsBefore) {
    const before = await ground.runTest(kase, test, kase.before);
    if (before.kind === "missing") return { status: "skipped", reason: before.what };
    if (before.kind === "passed")
      return { status: "failed", reason: `${test} passes before the patch too, so that it shows nothing` };
  }
  const after = await ground.runTest(kase, test, patched);
  if (after.kind === "missing") return { status: "skipped", reason: after.what };
  return after.kind === "passed"
    ? { status: "passed" }
    : { status: "failed", reason: `${test} fails on the patched files: ${after.words}` };
}
