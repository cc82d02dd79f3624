import { describe, expect, it } from "vitest";
import { readCase, readSuite, type SuiteFolder } from "../../../src/eval/cases/load.ts";
import { problemText } from "../../../src/eval/cases/problem.ts";
import { selectCases } from "../../../src/eval/cases/select.ts";
import { BEFORE, written } from "./support/cases.ts";

function folderOf(texts: Readonly<Record<string, string>>): SuiteFolder {
  return {
    list: async () => Object.keys(texts).sort(),
    read: async (path) => (texts[path] === undefined ? undefined : { text: texts[path], encoding: "utf8" }),
  };
}

const good = { "good/case.json": JSON.stringify(written()), "good/before/a.py": BEFORE, "good/after/a.py": "x = 1\n" };
const problemsOf = async (texts: Readonly<Record<string, string>>): Promise<string[]> => {
  const folder = folderOf(texts);
  const { heads, problems } = await readSuite(folder);
  const read = await Promise.all(heads.map((head) => readCase(head, folder)));
  return [...problems, ...read.flatMap((one) => ("problems" in one ? one.problems : []))].map(problemText);
};

describe("a suite's folder", () => {
  it("gives the good cases beside the broken ones, and says of each broken one which file, which field and what to do", async () => {
    const broken = {
      ...good,
      "not-json/case.json": "{ title: ",
      "no-case/before/a.py": "",
      "typo/case.json": JSON.stringify({ ...written(), mustnot: ["noqa"] }),
      "values/case.json": JSON.stringify(
        written({ language: "perl", targets: [{ rule: "E722", path: "a.py", line: 0 }] }),
      ),
    };
    const { heads } = await readSuite(folderOf(broken));
    expect(heads.map(({ name }) => name)).toEqual(["good"]);
    const problems = await problemsOf(broken);
    expect(problems).toHaveLength(5);
    expect(problems[0]).toMatch(/^no-case\/case\.json: there is no such file\. Write one/);
    expect(problems[1]).toMatch(/^not-json\/case\.json: it is not JSON \(.+\)\. Mend the file/);
    expect(problems[2]).toMatch(
      /^typo\/case\.json: mustnot: there is no such key\. Take it out, or correct its spelling/,
    );
    expect(problems[3]).toMatch(/^values\/case\.json: language: /);
    expect(problems[4]).toMatch(/^values\/case\.json: targets\[0\]\.line: /);
  });

  it.each([
    [
      "a target that before/ does not hold",
      { targets: [{ rule: "E722", path: "b.py" }] },
      {},
      /targets\[0\]\.path: before\/b\.py is not there/,
    ],
    ["a test that is not there", { behaviour: { test: "t.py" } }, {}, /behaviour\.test: tests\/t\.py is not there/],
    [
      "a Semgrep rule file that is not there",
      { analyzer: "semgrep", select: ["r.yml"] },
      {},
      /select: before\/r\.yml is not there/,
    ],
    ["ESLint rules as a list", { analyzer: "eslint" }, {}, /select: ESLint takes rule settings/],
    ["Ruff rules as an object", { select: { E722: "error" } }, {}, /select: ruff takes a list/],
    ["a hole in the replies", {}, { "good/reply-2.txt": "" }, /reply-1\.txt is not there, but a later one is/],
  ])("says what case.json promises and the folder does not hold: %s", async (_, more, extra, words) => {
    const problems = await problemsOf({ ...good, "good/case.json": JSON.stringify(written(more)), ...extra });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(words);
  });

  it("refuses a case that nobody could answer", async () => {
    const { "good/after/a.py": _, ...texts } = good;
    expect(await problemsOf(texts)).toEqual([expect.stringMatching(/neither after\/ nor reply-1\.txt/)]);
  });
});

describe("choosing cases", () => {
  it("takes names and globs, and a family; nothing chosen is an error that names the families", async () => {
    const { heads } = await readSuite(
      folderOf({ ...good, "other/case.json": JSON.stringify(written({ family: "imports" })) }),
    );
    const names = (selection: Parameters<typeof selectCases>[1]): string[] =>
      selectCases(heads, selection).map(({ name }) => name);
    expect(names({ names: [] })).toEqual(["good", "other"]);
    expect(names({ names: ["oth*"] })).toEqual(["other"]);
    expect(names({ names: [], family: "exceptions" })).toEqual(["good"]);
    expect(() => names({ names: ["gone"] })).toThrow(/no case is called gone/);
    expect(() => names({ names: [], family: "gone" })).toThrow(
      expect.objectContaining({ hint: expect.stringContaining("exceptions, imports") }),
    );
  });
});
