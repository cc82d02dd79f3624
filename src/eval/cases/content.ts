import type { EvalCase } from "./case.ts";
import type { CaseProblem } from "./problem.ts";

type Found = Omit<CaseProblem, "name" | "file">;

/** What `case.json` says that its folder does not hold. */
export function contentProblems(kase: EvalCase): CaseProblem[] {
  const rules = [missingTargets, missingReference, missingTest, wrongSelect, emptyReplies];
  return rules.flatMap((rule) =>
    rule(kase).map((found) => ({ name: kase.name, file: `${kase.name}/case.json`, ...found })),
  );
}

function missingTargets({ spec, before }: EvalCase): Found[] {
  return spec.targets.flatMap(({ path }, at) =>
    before.has(path)
      ? []
      : [{ field: `targets[${at}].path`, problem: `before/${path} is not there`, remedy: "Name a file of before/." }],
  );
}

/** A reference is compared with, or the reply is made from it: where neither can be, the case shows nothing. */
function missingReference({ spec, after, replies }: EvalCase): Found[] {
  const remedy = "Add after/ with the files as they should end.";
  if (spec.exact && after.size === 0)
    return [{ field: "exact", problem: "there is no after/ to compare with", remedy }];
  const mustAsk = spec.expect.outcome === "accepted" && !spec.sources.includes("native");
  if (mustAsk && after.size === 0 && replies.length === 0)
    return [
      {
        field: "sources",
        problem: "a model is asked, but there is neither after/ nor reply-1.txt to answer from",
        remedy,
      },
    ];
  return [];
}

function missingTest({ spec, tests }: EvalCase): Found[] {
  if (!spec.behaviour || tests.has(testPath(spec.behaviour.test))) return [];
  return [
    {
      field: "behaviour.test",
      problem: `${testPath(spec.behaviour.test)} is not there`,
      remedy: "Name a file below tests/.",
    },
  ];
}

function wrongSelect({ spec, before }: EvalCase): Found[] {
  const { analyzer, select } = spec;
  const problem = (words: string, remedy: string): Found[] => [{ field: "select", problem: words, remedy }];
  if (select === "configured") return [];
  if (analyzer === "eslint" && Array.isArray(select))
    return problem("ESLint takes rule settings", 'Write an object such as {"no-var": "error"}.');
  if (analyzer !== "eslint" && !Array.isArray(select))
    return problem(`${analyzer} takes a list`, 'Write a list such as ["F401"], or of rule files for Semgrep.');
  if (analyzer !== "semgrep" || !Array.isArray(select)) return [];
  const gone = select.find(
    (file) => !before.has(file) && ![...before.keys()].some((one) => one.startsWith(`${file}/`)),
  );
  return gone === undefined ? [] : problem(`before/${gone} is not there`, "Put the rule file into before/.");
}

function emptyReplies({ replies }: EvalCase): Found[] {
  const hole = replies.indexOf(undefined);
  return hole === -1
    ? []
    : [{ problem: `reply-${hole + 1}.txt is not there, but a later one is`, remedy: "Number the replies from 1." }];
}

/** Where a test lies in the case's folder: `tests/` may be left out in `case.json`. */
export function testPath(written: string): string {
  return written.startsWith("tests/") ? written : `tests/${written}`;
}
