import { describe, expect, it } from "vitest";
import type { ClusterRun, ClusterWord, FailedAttempt, FailureMode } from "../../../src/domain/cluster.ts";
import { rowsOf } from "../../../src/eval/clusters/people.ts";
import { renderClusterRun } from "../../../src/eval/clusters/render.ts";
import { aFailure, grouped, NOW } from "./support.ts";

/** `count` failures of each sentence. */
function failures(count: number, at = NOW - 1000): FailedAttempt[] {
  const sentences = [
    ["LLM_TIMEOUT", "the model did not answer in time", "provider"],
    ["PARSE_PROSE_ONLY", "The reply is prose without an edit.", "reply"],
    ["SYNTAX_ERROR", "a/b.py no longer parses: 3:4 unexpected indentation", "parses"],
    ["SYNTAX_ERROR", "a/b.py no longer parses: 3:4 expected an expression", "parses"],
  ] as const;
  return sentences.flatMap(([code, reason, check], place) =>
    Array.from({ length: count + 4 - place }, () => aFailure(code, reason, { check, at })),
  );
}

let id = 0;
function said(word: ClusterWord, run: ClusterRun, modes: readonly FailureMode[] = [], now = NOW): FailureMode[] {
  return rowsOf(word, run, modes, {
    by: "Ada",
    now,
    newId: () => {
      id += 1;
      return `mode-${id}`;
    },
  });
}

const knownOf = (run: ClusterRun) => run.clusters.map(({ key, signatures }) => ({ key, signatures }));
const named = (run: ClusterRun) => run.clusters.map(({ name }) => name.name);

describe("a person's word", () => {
  it("renames a cluster, and the name stays when the failures are others", async () => {
    const { run } = await grouped(failures(10));
    const modes = said({ kind: "rename", cluster: "1", name: "  Broken\nsyntax " }, run);
    const later = await grouped(failures(30), { modes, known: knownOf(run) });
    expect(later.run.clusters[0]).toMatchObject({
      key: run.clusters[0]?.key,
      name: { name: "Broken syntax", by: "person" },
    });
  });

  it("merges clusters, and later runs keep them together under the larger one's key", async () => {
    const { run } = await grouped(failures(10));
    const [, second, third] = run.clusters;
    const modes = said({ kind: "merge", clusters: [third?.key ?? "", second?.key ?? ""], name: "No answer" }, run);
    const later = await grouped(failures(20), { modes, known: knownOf(run) });
    expect(later.run.clusters.map(({ key }) => key).sort()).toEqual([run.clusters[0]?.key, second?.key].sort());
    expect(later.run.clusters.find(({ key }) => key === second?.key)).toMatchObject({
      name: { name: "No answer" },
      attempts: (second?.attempts ?? 0) + (third?.attempts ?? 0) + 20,
    });
  });

  it("splits messages off, and later runs keep them apart", async () => {
    const { run } = await grouped(failures(10));
    const [largest] = run.clusters;
    expect(largest?.signatures).toHaveLength(2);
    const signatures = largest?.signatures.filter((each) => each.includes("expression")) ?? [];
    const modes = said({ kind: "split", cluster: largest?.key ?? "", signatures, name: "No expression" }, run);
    const later = await grouped(failures(20), { modes, known: knownOf(run) });
    expect(later.run.clusters).toHaveLength(run.clusters.length + 1);
    expect(later.run.clusters.find(({ name }) => name.name === "No expression")?.signatures).toEqual(signatures);
    expect(later.run.clusters.find(({ key }) => key === largest?.key)?.signatures).toHaveLength(1);
  });

  it("marks as fixed, and one failure since is told, however small", async () => {
    const { run } = await grouped(failures(10));
    const timeouts = run.clusters.find(({ codes }) => codes[0]?.code === "LLM_TIMEOUT");
    const modes = said({ kind: "fixed", cluster: timeouts?.key ?? "" }, run);
    const quiet = await grouped(failures(10), { modes, known: knownOf(run) });
    expect(quiet.run.clusters.find(({ key }) => key === timeouts?.key)?.state).toBe("fixed");
    const others = failures(10).filter(({ code }) => code !== "LLM_TIMEOUT");
    const one = aFailure("LLM_TIMEOUT", "the model did not answer in time", { check: "provider", at: NOW + 5 });
    const back = await grouped([...others, one], { modes, known: knownOf(run), now: NOW + 10 });
    expect(back.run.clusters.find(({ key }) => key === timeouts?.key)).toMatchObject({
      state: "came-back",
      since: { fixedAt: NOW, failures: 1 },
      attempts: 1,
    });
    expect(renderClusterRun(back.run, 5)).toContain("CAME BACK: 1 failures");
    const reopened = said({ kind: "reopen", cluster: timeouts?.key ?? "" }, back.run, modes, NOW + 20);
    expect(reopened[0]).toMatchObject({ state: "open", supersedes: modes[0]?.id });
  });

  it("is refused where it means nothing", async () => {
    const { run } = await grouped(failures(10));
    const [first] = run.clusters;
    const key = first?.key ?? "";
    const { signatures = [] } = first ?? {};
    for (const word of [
      { kind: "rename", cluster: "nobody", name: "x" },
      { kind: "rename", cluster: key, name: "  " },
      { kind: "merge", clusters: [key, key] },
      { kind: "split", cluster: key, signatures, name: "all" },
      { kind: "split", cluster: key, signatures: [], name: "none" },
    ] satisfies ClusterWord[])
      expect(() => said(word, run), JSON.stringify(word)).toThrow();
  });
});

describe("identity and figures", () => {
  it("keeps a cluster's key while at least half of its messages stay, and gives another a key of its own", async () => {
    const { run } = await grouped(failures(10));
    const later = await grouped(
      failures(50).filter(({ code }) => code !== "PARSE_PROSE_ONLY"),
      { known: knownOf(run) },
    );
    for (const { key } of later.run.clusters) expect(run.clusters.map((each) => each.key)).toContain(key);
    expect(later.run.clusters).toHaveLength(run.clusters.length - 1);
  });

  it("counts a failed repair where its last failure is, and what came to a patch as recovered", async () => {
    const repair = { id: "r", failed: true, attempts: 2, costMicroUsd: 700, unpriced: 1 };
    const recovered = { ...repair, id: "s", failed: false };
    const more = [
      aFailure("LLM_TIMEOUT", "the model did not answer in time", { check: "provider", last: false, repair }),
      aFailure("PARSE_PROSE_ONLY", "The reply is prose without an edit.", { last: true, repair }),
      aFailure("PARSE_PROSE_ONLY", "The reply is prose without an edit.", { last: true, repair: recovered }),
    ];
    const before = (await grouped(failures(10))).run;
    const { run } = await grouped([...failures(10), ...more]);
    const prose = (of: ClusterRun) => of.clusters.find(({ codes }) => codes[0]?.code === "PARSE_PROSE_ONLY");
    expect(run.repairs).toBe(before.repairs + 1);
    expect(prose(run)?.repairs.count).toBe((prose(before)?.repairs.count ?? 0) + 1);
    expect(prose(run)?.wastedMicroUsd).toBe((prose(before)?.wastedMicroUsd ?? 0) + 700);
    expect(prose(run)).toMatchObject({ recovered: 1, unpriced: 1 });
  });

  it("tells a rise from chance, adjusted over all clusters, and shows only what is in the span", async () => {
    const since = NOW - 1000;
    const before = failures(6, since - 500);
    const timeouts = Array.from({ length: 60 }, () =>
      aFailure("LLM_TIMEOUT", "the model did not answer in time", { check: "provider", at: since + 5 }),
    );
    const { run, members } = await grouped([...before, ...failures(6, since + 1), ...timeouts], {
      scope: { query: "", since },
      spans: { from: since - 1000, middle: since, to: since + 1000, endedBefore: 200, endedNow: 200 },
    });
    const trendOf = (code: string) => run.clusters.find(({ codes }) => codes[0]?.code === code)?.trend?.direction;
    expect(trendOf("LLM_TIMEOUT")).toBe("more");
    expect(trendOf("PARSE_PROSE_ONLY")).toBe("same");
    expect(run.attempts).toBe(failures(6).length + 60);
    expect(members).toHaveLength(run.attempts);
  });

  it("prints hostile names and examples as text", async () => {
    const reason = "The reply is \u001b[31mred\u001b[0m and \u202eturned <script>alert(1)</script>";
    const { run } = await grouped(Array.from({ length: 9 }, () => aFailure("PARSE_NO_PATCH", reason)));
    const modes = said({ kind: "rename", cluster: "1", name: "\u001b]0;x\u0007 name" }, run);
    const text = renderClusterRun(
      (
        await grouped(
          Array.from({ length: 9 }, () => aFailure("PARSE_NO_PATCH", reason)),
          { modes, known: knownOf(run) },
        )
      ).run,
      5,
    );
    expect(text).not.toMatch(/[\u001b\u0007\u202e]/);
    expect(text).toContain("\\u{1b}");
    expect(named(run)[0]).toBe("Reply holds no edit");
  });
});
