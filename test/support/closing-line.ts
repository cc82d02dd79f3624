import type { Reporter, TestCase, TestModule, TestSuite } from "vitest/node";

/**
 * Ends a run with one plain line, `N passed, N failed, N skipped`, so that a run that executed nothing is noticed. Before
 * it: what was skipped, by the outermost title that is skipped whole, which says why, and what passed only when it was
 * tried again. A file that could not be loaded and
 * an error outside of any test count as failures.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0 };
    const skipped = new Map<string, number>();
    const flaky: string[] = [];
    for (const module of modules) {
      if (module.errors().length > 0) count.failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "pending") continue;
        count[state] += 1;
        if (test.diagnostic()?.flaky)
          flaky.push(`passed when tried again: ${module.relativeModuleId} > ${test.fullName}\n`);
        if (state !== "skipped") continue;
        const title = `${module.relativeModuleId} > ${skippedWhole(test).fullName}`;
        skipped.set(title, (skipped.get(title) ?? 0) + 1);
      }
    }
    const reasons = Array.from(skipped, ([title, number]) => `skipped: ${number} × ${title}\n`);
    process.stdout.write(
      `\n${reasons.join("")}${flaky.join("")}\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`,
    );
  }
}

function skippedWhole(test: TestCase): TestCase | TestSuite {
  let outermost: TestCase | TestSuite = test;
  for (let { parent } = test; parent.type === "suite"; { parent } = parent) {
    if ([...parent.children.allTests()].every((one) => one.result().state === "skipped")) outermost = parent;
  }
  return outermost;
}
