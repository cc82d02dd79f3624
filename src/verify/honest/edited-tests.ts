import type { Finding } from "../../domain/finding.ts";
import type { ChangedFile } from "./changed-file.ts";
import { type Detector, type Dishonesty, matchCount } from "./dishonesty.ts";
import { type Statement, walk } from "./outline-python.ts";
import { outlineOf } from "./outlines.ts";
import { isTestFile } from "./test-files.ts";
import { lineAt, type View } from "./view.ts";

const SKIPS =
  /\bpytest\.(?:mark\.(?:skip|skipif|xfail)|skip|xfail|importorskip)\b|\bunittest\.(?:skip(?:If|Unless|Test)?|SkipTest|expectedFailure)\b|@(?:skip(?:If|Unless)?|expectedFailure|xfail|skipif)\b|\.skipTest\(|\bSkipTest\b|\b__test__\s*=\s*False|\bcollect_ignore\w*\b|\b(?:it|test|describe|suite|context|specify)(?:\.\w+)*\.(?:skip|skipIf|runIf|only|todo|fails|failing|fixme)\b|(?<![\w$.])(?:xit|xtest|xdescribe|xcontext|xspecify|fit|fdescribe|ftest)\s*\(|\bthis\.skip\(|\bt\.(?:Skip|Skipf|SkipNow)\(|@(?:Disabled|Ignore)\b|#\[ignore\b/g;
const JAVASCRIPT_TEST =
  /(?<![\w$.])(?:it|test|specify)(?:\.(?:each|for|concurrent|sequential|only|skip|todo|fails|failing))*\s*[(`]/g;
const OTHER_TEST =
  /\bfunc Test\w*\(|@(?:Test|ParameterizedTest)\b|#\[(?:tokio::)?test\]|\[(?:Fact|Theory|Test|TestMethod)\b/g;

const LOSES_TEST =
  /\bdef\s+test|\bclass\s|\b(?:it|test|specify|describe)\b|\bfunc Test|@(?:Test|ParameterizedTest)|#\[|\[(?:Fact|Theory)/;
const SKIPS_ONCE = new RegExp(SKIPS.source);
/** A test may end up in a condition, in a comment or in a string that opens here and closes further down. */
const MAY_HIDE =
  /\bif\b.{0,80}?\b(?:False|false|0|None)\b|^(?:(?!""").)*"""(?:(?!""").)*$|^(?:(?!''').)*'''(?:(?!''').)*$|^[^`\n]*`[^`\n]*$|\/\*(?!.{0,300}\*\/)/m;
const MAY_END = /^[ \t]*return\b|\breturn[ \t]*;|\bif\b.{0,80}?\b(?:False|false|0)\b/m;

/** Tests that were deleted, renamed so that no runner finds them, skipped, or cut short. */
export const editedTests: Detector = (file, findings) => {
  const suspicious = [SKIPS_ONCE, MAY_HIDE, MAY_END].some((pattern) => pattern.test(file.addedText));
  if (!file.deleted && !suspicious && !LOSES_TEST.test(file.removedText)) return [];
  if (!isTestFile(file)) return [];
  if (file.deleted) return [edited(file, `deletes the test file ${file.path}. Keep the tests.`)];
  return [...skippedTests(file), ...lostTests(file, findings), ...cutShort(file)];
};

function skippedTests(file: ChangedFile): Dishonesty[] {
  const skips = (code: string) => matchCount(code, SKIPS);
  if (!SKIPS_ONCE.test(file.addedText) || skips(file.addedCode()) <= skips(file.removedCode())) return [];
  const word = SKIPS_ONCE.exec(file.addedCode())?.[0] ?? "";
  return [edited(file, `skips tests in ${file.path} (\`${word.trim()}\`). Keep them running.`)];
}

function lostTests(file: ChangedFile, findings: readonly Finding[]): Dishonesty[] {
  if (file.created || !(LOSES_TEST.test(file.removedText) || MAY_HIDE.test(file.addedText))) return [];
  const before = testsIn(file, file.viewBefore());
  const after = testsIn(file, file.viewAfter());
  if (after.length >= before.length) return [];
  const names = new Set(after);
  const gone = before.find((name) => !names.has(name));
  // Of two tests with one name, a runner only ever saw the last (Ruff F811): the others may go.
  const redefined = findings.some((finding) =>
    /F811|redefin|duplicate|identical/i.test(`${finding.ruleId} ${finding.message}`),
  );
  if (gone === undefined && redefined) return [];
  const which = gone === undefined || gone === "" ? "a test" : `the test \`${gone}\``;
  return [edited(file, `takes ${which} out of ${file.path}, or hides it from the runner. Keep it.`)];
}

/** Names of the tests that a runner would collect. */
function testsIn(file: ChangedFile, view: View): string[] {
  if (file.language !== "python") {
    const pattern = file.language === "javascript" ? JAVASCRIPT_TEST : OTHER_TEST;
    return Array.from(view.code.matchAll(pattern), (match) => titleAt(view, match.index + match[0].length));
  }
  const names: string[] = [];
  for (const { statement, parents } of walk(outlineOf(view))) {
    const name = /^(?:async )?def (test\w*)/.exec(statement.text)?.[1];
    if (name !== undefined && parents.every(isCollected)) names.push(name);
  }
  return names;
}

function isCollected(parent: Statement): boolean {
  if (/^class /.test(parent.text))
    return /^class _?(?:Test|\w*Tests?\b|\w*TestCase\b)|\((?!object\))\S/.test(parent.text);
  return (
    /^(?:if|else|elif|try|except|with)\b/.test(parent.text) &&
    !/^if (?:False|0|not True|TYPE_CHECKING)$/.test(parent.text)
  );
}

function titleAt(view: View, offset: number): string {
  return /^\s*(["'`])(.*?)\1/.exec(view.text.slice(offset, offset + 200))?.[2] ?? "";
}

/** A `return` in front of the rest of a test. */
function cutShort(file: ChangedFile): Dishonesty[] {
  if (!MAY_END.test(file.addedText)) return [];
  const line =
    file.language === "python"
      ? earlyReturn(file)
      : file.language === "javascript"
        ? earlyReturnInBraces(file)
        : undefined;
  return line === undefined
    ? []
    : [edited(file, `ends a test early (line ${line} of ${file.path}), so that what follows never runs.`)];
}

function earlyReturn(file: ChangedFile): number | undefined {
  for (const { statement } of walk(outlineOf(file.viewAfter()))) {
    if (!/^(?:async )?def test|^class |^if |^with |^for |^try/.test(statement.text)) continue;
    const at = statement.body.findIndex((each) => /^return\b/.test(each.text) && isAdded(file, each.startLine));
    if (at !== -1 && at < statement.body.length - 1) return statement.body[at]?.startLine;
    if (/^(?:if|while) (?:False|0)$/.test(statement.text) && isAdded(file, statement.startLine))
      return statement.startLine;
  }
  return undefined;
}

function earlyReturnInBraces(file: ChangedFile): number | undefined {
  const view = file.viewAfter();
  for (const match of view.code.matchAll(/(?:^|[;{])\s*(return\s*;|if\s*\(\s*(?:false|0)\s*\))/gm)) {
    const line = lineAt(view, match.index + match[0].search(/return|if/));
    const rest = view.code.slice(match.index + match[0].length).trimStart();
    if (isAdded(file, line) && !rest.startsWith("}") && !/^\s*if\s*\([^)]*\)\s*return/.test(lineText(view, line)))
      return line;
  }
  return undefined;
}

function lineText(view: View, line: number): string {
  return view.code.slice(view.lineStarts[line - 1], view.lineStarts[line]);
}

function isAdded(file: ChangedFile, line: number): boolean {
  return file.hunks.some((hunk) => line >= hunk.afterLine && line < hunk.afterLine + hunk.added.length);
}

function edited(file: ChangedFile, what: string): Dishonesty {
  return { code: "SCOPE_TEST_EDITED", path: file.path, detail: `The patch ${what}` };
}
