import type { ChangedFile } from "./changed-file.ts";

const TEST_PATH =
  /(?:^|\/)(?:tests?|__tests__|specs?|e2e)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest|tests)\.pyi?$|\.(?:test|spec|cy|e2e)\.[cm]?[jt]sx?$|(?:_test\.go|Tests?\.(?:java|kt|cs|php|swift)|_spec\.rb|_test\.(?:dart|exs|cc|cpp))$/i;
const TEST_CONTENT =
  /^[ \t]*(?:async\s+)?def test_?\w*\(|^[ \t]*class \w+\([^)]*TestCase|^[ \t]*(?:describe|it|test)(?:\.\w+)*\(\s*["'`]|#\[(?:tokio::)?test\]|^[ \t]*@Test\b/m;

/** Whether a file holds tests, by its path or by what stood in it before. */
export function isTestFile(file: ChangedFile): boolean {
  return TEST_PATH.test(file.path) || holdsTests(file.before);
}

let last: { readonly text: string; readonly holds: boolean } | undefined;

/** Many candidates start from the same text. */
function holdsTests(text: string): boolean {
  if (last?.text !== text) last = { text, holds: TEST_CONTENT.test(text) };
  return last.holds;
}
