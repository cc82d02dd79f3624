import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { newestRun, patchpro, reportIn, toyConfig } from "../e2e/support/cli.ts";
import { git, openPlayground, writeFiles } from "../pipeline/toy/repair.ts";

/** Pitfalls B1 to B5 from a report on disk to the patch; what the readers make of each format is tested in `test/findings`. */

const playground = openPlayground();
afterAll(() => playground.remove());
afterEach(() => expect(readdirSync(playground.tmp), "no temporary files are left").toEqual([]));

const RULES = JSON.stringify([{ id: "old", match: "\\bold\\b" }]);

/** A SARIF result on a word of a text, with fixes that replace it. Columns count UTF-16 units. */
function result(
  uri: string,
  text: string,
  fixes: readonly (readonly { uri: string; text: string; insert?: string }[])[],
  word = "old",
) {
  const lines = text.slice(0, text.indexOf(word)).split("\n");
  const region = (at: string) => {
    const before = at.slice(0, at.indexOf(word)).split("\n");
    const startColumn = (before.at(-1) ?? "").length + 1;
    return { startLine: before.length, startColumn, endColumn: startColumn + word.length };
  };
  return {
    ruleId: "old",
    message: { text: `old: ${word}` },
    locations: [
      { physicalLocation: { artifactLocation: { uri }, region: { ...region(text), startLine: lines.length } } },
    ],
    fixes: fixes.map((changes) => ({
      artifactChanges: changes.map((change) => ({
        artifactLocation: { uri: change.uri },
        replacements: [
          {
            deletedRegion: region(change.text),
            ...(change.insert !== undefined && { insertedContent: { text: change.insert } }),
          },
        ],
      })),
    })),
  };
}

const sarif = (results: readonly unknown[], run = {}) =>
  JSON.stringify({
    version: "2.1.0",
    runs: [{ tool: { driver: { name: "toy" } }, columnKind: "utf16CodeUnits", results, ...run }],
  });

async function repaired(
  files: Readonly<Record<string, string>>,
  report: string,
  { config = toyConfig(), ...setting }: { cwd?: string; config?: string } = {},
) {
  playground.fill({ ...files, "toy.json": RULES, ".patchpro.toml": config, "r.sarif": report });
  await patchpro(playground, ["run", "--apply", "--findings", join(playground.root, "r.sarif")], setting);
  const { findings } = reportIn(newestRun(playground.root));
  return {
    outcomes: findings.map(({ outcome }) => outcome),
    texts: Object.keys(files).map((name) => playground.read(name)),
  };
}

describe("B1: SARIF", () => {
  it("B1: several fixes are alternatives: the first that can be proved is taken, and only it", async () => {
    const text = "x = old\n";
    const fixes = [
      [{ uri: "a.txt", text, insert: "old " }],
      [{ uri: "a.txt", text, insert: "new" }],
      [{ uri: "a.txt", text, insert: "newer" }],
    ];
    expect((await repaired({ "a.txt": text }, sarif([result("a.txt", text, fixes)]))).texts).toEqual(["x = new\n"]);
  });

  it("B1: several changes in one fix are made together, or not at all", async () => {
    const [a, b] = ["x = old\n", "def old\n"];
    const together = [
      [
        { uri: "a.txt", text: a, insert: "new" },
        { uri: "b.txt", text: b, insert: "new" },
      ],
    ];
    expect((await repaired({ "a.txt": a, "b.txt": b }, sarif([result("a.txt", a, together)]))).texts).toEqual([
      "x = new\n",
      "def new\n",
    ]);
    const broken = [
      [
        { uri: "a.txt", text: a, insert: "new" },
        { uri: "gone.txt", text: b, insert: "new" },
      ],
    ];
    expect((await repaired({ "a.txt": a, "b.txt": b }, sarif([result("a.txt", a, broken)]))).texts).toEqual([a, b]);
  });

  it("B1: a region without new content is a deletion, after characters of several units", async () => {
    const text = "é😀 old 漢\n";
    expect(
      (await repaired({ "a.txt": text }, sarif([result("a.txt", text, [[{ uri: "a.txt", text }]])]))).texts,
    ).toEqual(["é😀  漢\n"]);
  });

  it("B1: a name that is percent-encoded, with a base", async () => {
    const text = "old\n";
    const one = result("a%20b/%C3%A9.txt", text, [[{ uri: "a%20b/%C3%A9.txt", text, insert: "new" }]]);
    expect((await repaired({ "a b/é.txt": text }, sarif([one]))).texts).toEqual(["new\n"]);
  });

  it("B1: what the tool itself suppressed is left alone", async () => {
    const text = "old\n";
    const one = {
      ...result("a.txt", text, [[{ uri: "a.txt", text, insert: "new" }]]),
      suppressions: [{ kind: "inSource" }],
    };
    expect((await repaired({ "a.txt": text }, sarif([one]))).outcomes).toEqual([
      expect.objectContaining({ kind: "skipped", skip: "suppressed" }),
    ]);
  });

  it("B1: 5,421 results in one run are read, and add up", async () => {
    const text = "x\n";
    const many = Array.from({ length: 5421 }, (_, at) => ({
      ruleId: `r${at % 7}`,
      message: { text: `m${at}` },
      locations: [{ physicalLocation: { artifactLocation: { uri: "a.txt" }, region: { startLine: (at % 40) + 1 } } }],
    }));
    const { outcomes } = await repaired({ "a.txt": text.repeat(40) }, sarif(many));
    expect(outcomes).toHaveLength(5421);
  });
});

describe("B2: paths", () => {
  it.each(["absolute", "relative"])("B2: %s names, from a folder below", async (kind) => {
    const uri = kind === "absolute" ? join(playground.root, "sub", "a.txt") : "sub/a.txt";
    const text = "old\n";
    expect(
      (
        await repaired({ "sub/a.txt": text }, sarif([result(uri, text, [[{ uri, text, insert: "new" }]])]), {
          cwd: "sub",
        })
      ).texts,
    ).toEqual(["new\n"]);
  });
});

describe("B3: fixes that are none", () => {
  it("B3: an invalid fix costs itself, not the finding nor the report", async () => {
    const text = "old\n";
    const region = { startLine: 99 };
    const bad = {
      ...result("a.txt", text, []),
      fixes: [
        {
          artifactChanges: [
            {
              artifactLocation: { uri: "a.txt" },
              replacements: [{ deletedRegion: region, insertedContent: { text: "x" } }],
            },
          ],
        },
        { nonsense: true },
      ],
    };
    const good = result("b.txt", text, [[{ uri: "b.txt", text, insert: "new" }]]);
    const { outcomes } = await repaired({ "a.txt": text, "b.txt": text }, sarif([bad, good]));
    expect(outcomes).toEqual([
      expect.objectContaining({ kind: "skipped", skip: "no-fix" }),
      expect.objectContaining({ kind: "accepted" }),
    ]);
  });
});

describe("A3: fixes of a report after others were made", () => {
  const unproved = toyConfig("", { before: 'require = ["anchored", "applies", "scoped", "parses", "honest"]' });
  const elsewhere = { tool: { driver: { name: "elsewhere" } } };
  const TAKEN = "another patch changes the text that its fix changes; apply the patches and analyze again";

  it("A3: a fix of a tool that cannot be asked again moves with its text, and is dropped where another reached into it", async () => {
    const text = "one two three\nfour five\n";
    const one = (word: string, insert: string) => result("a.txt", text, [[{ uri: "a.txt", text, insert }]], word);
    const report = sarif([one("one two", "ONE\nAND TWO"), one("two three", "wrong"), one("five", "FIVE")], elsewhere);
    const { outcomes, texts } = await repaired({ "a.txt": text }, report, { config: unproved });
    expect(texts).toEqual(["ONE\nAND TWO three\nfour FIVE\n"]);
    expect(outcomes).toMatchObject([{ kind: "accepted" }, { kind: "skipped", reason: TAKEN }, { kind: "accepted" }]);
  });

  it("A3: a fix of several files is not made with the places that one of them had before another fix", async () => {
    const [a, b, c] = ["old\nmiddle\ntail\n", "c d\n", "x = old\n"];
    const change = (uri: string, text: string, word: string, insert: string) =>
      result(uri, text, [[{ uri, text, insert }]], word).fixes[0]?.artifactChanges ?? [];
    const fixed = (uri: string, text: string, artifactChanges: readonly unknown[]) => ({
      ...result(uri, text, []),
      fixes: [{ artifactChanges }],
    });
    const report = sarif([
      fixed("a.txt", a, [...change("a.txt", a, "old", "new and longer"), ...change("b.txt", b, "c", "C")]),
      fixed("c.txt", c, [
        ...change("c.txt", c, "old", "new"),
        ...change("a.txt", a, "tail", "TAIL"),
        ...change("b.txt", b, "c d", "C D"),
      ]),
    ]);
    const { outcomes, texts } = await repaired({ "a.txt": a, "b.txt": b, "c.txt": c }, report);
    expect(texts).toEqual(["new and longer\nmiddle\ntail\n", "C d\n", c]);
    expect(outcomes).toMatchObject([{ kind: "accepted" }, { kind: "skipped", reason: TAKEN }]);
  });
});

describe("B4: which scanner", () => {
  it("B4: a finding of another tool is not proved by the one that is here, whatever that says", async () => {
    const text = "old\n";
    const foreign = sarif([result("a.txt", text, [[{ uri: "a.txt", text, insert: "new" }]])], {
      tool: { driver: { name: "elsewhere" } },
    });
    expect((await repaired({ "a.txt": text }, foreign)).outcomes).toEqual([
      expect.objectContaining({ kind: "rejected", check: "cleared", code: "ANALYZER_UNAVAILABLE" }),
    ]);
  });
});

describe("B5: stale findings", () => {
  const text = "old\n";
  const report = (snippet: string) => {
    const one = result("a.txt", text, [[{ uri: "a.txt", text, insert: "new" }]]);
    const [location] = one.locations;
    return sarif([
      {
        ...one,
        locations: [
          {
            physicalLocation: {
              ...location?.physicalLocation,
              region: { ...location?.physicalLocation.region, snippet: { text: snippet } },
            },
          },
        ],
      },
    ]);
  };

  it("B5: a quoted line that is not there any more: skipped as stale, never edited by number", async () => {
    const { outcomes, texts } = await repaired({ "a.txt": "other\nold\n" }, report("old"));
    expect(outcomes).toEqual([expect.objectContaining({ kind: "skipped", skip: "stale" })]);
    expect(texts).toEqual(["other\nold\n"]);
  });

  it("B5: a report that names its commit: findings in files that changed since are stale, the others are not", async () => {
    playground.fill({
      "a.txt": "old\n",
      "b.txt": "old\n",
      "toy.json": RULES,
      ".patchpro.toml": toyConfig(),
      ".gitignore": ".patchpro\n",
    });
    git(playground.root, "add", "-A");
    git(playground.root, "commit", "-q", "--allow-empty", "-m", "analyzed");
    const revisionId = git(playground.root, "rev-parse", "HEAD").trim();
    const fixed = (uri: string) => result(uri, text, [[{ uri, text, insert: "new" }]]);
    const results = ["a.txt", "b.txt"].map(fixed);
    writeFiles(playground.root, {
      "a.txt": "old\nmore\n",
      "r.sarif": sarif(results, { versionControlProvenance: [{ repositoryUri: "https://example.com/r", revisionId }] }),
    });
    await patchpro(playground, ["run", "--findings", "r.sarif"]);
    const outcomes = reportIn(newestRun(playground.root)).findings.map(({ path, outcome }) => [
      path,
      outcome.kind === "skipped" ? `${outcome.skip}: ${outcome.reason}` : outcome.kind,
    ]);
    expect(outcomes).toEqual([
      ["a.txt", `stale: the file has changed since commit ${revisionId.slice(0, 12)}, which was analyzed`],
      ["b.txt", "accepted"],
    ]);
  });

  it("B5: a commit that git does not know, or that is an option, is passed over", async () => {
    for (const revisionId of ["0123456789abcdef0123456789abcdef01234567", "--output=owned", "HEAD; rm -rf ."]) {
      const provenance = { versionControlProvenance: [{ repositoryUri: "https://example.com/r", revisionId }] };
      const { outcomes } = await repaired(
        { "a.txt": text },
        sarif([result("a.txt", text, [[{ uri: "a.txt", text, insert: "new" }]])], provenance),
      );
      expect(outcomes).toEqual([expect.objectContaining({ kind: "accepted" })]);
      expect(readdirSync(playground.root)).not.toContain("owned");
    }
  });

  it("B5: a finding that the tool does not report here now is stale, not fixed", async () => {
    const { outcomes, texts } = await repaired(
      { "a.txt": "fine\n" },
      sarif([{ ...result("a.txt", text, [[{ uri: "a.txt", text, insert: "new" }]]) }]),
    );
    expect(outcomes).toEqual([expect.objectContaining({ kind: "skipped", skip: "stale" })]);
    expect(texts).toEqual(["fine\n"]);
  });
});
