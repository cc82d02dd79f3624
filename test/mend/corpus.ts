import { readFileSync } from "node:fs";
import { structuredPatch } from "diff";
import { blockDialects } from "./corpus-blocks.ts";
import { jsonDialects } from "./corpus-json.ts";
import { unifiedCorruptions, unifiedText } from "./corpus-unified.ts";

export interface Pair {
  readonly id: string;
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** A hunk between two texts, in lines without their ends. */
export interface PairHunk {
  readonly oldStart: number;
  readonly rows: readonly string[];
}

export interface Change extends Pair {
  readonly hunks: readonly PairHunk[];
}

/** One reply with what an honest reader makes of it. */
export interface CorpusCase {
  readonly id: string;
  readonly dialect: string;
  readonly corruptions: readonly string[];
  readonly path: string;
  readonly before: string;
  readonly reply: string;
  /** The only right text; `null`: the reply must be refused. */
  readonly expected: string | null;
}

/** A seeded source of numbers from 0 (inclusive) to 1 (exclusive): mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The pairs of `fixtures/mend/pairs.json`: modules written for this project, before and after a fix. */
export function basePairs(): Pair[] {
  const pairs: Pair[] = JSON.parse(readFileSync(new URL("../../fixtures/mend/pairs.json", import.meta.url), "utf8"));
  return pairs;
}

const lf = (text: string): string => text.replace(/\r\n/g, "\n");

/** Every pair as a whole and each of its hunks as a change of its own. */
export function changes(): Change[] {
  return basePairs().flatMap((pair) => {
    const whole = changeOf(pair);
    if (whole.hunks.length < 2) return [whole];
    return [
      whole,
      ...whole.hunks.map((hunk, i) =>
        changeOf({ ...pair, id: `${pair.id}#${i + 1}`, after: withHunk(pair.before, hunk) }),
      ),
    ];
  });
}

function changeOf(pair: Pair): Change {
  const bare = (text: string) => lf(text).replace(/^\ufeff/, "");
  const patch = structuredPatch("a", "b", bare(pair.before), bare(pair.after), undefined, undefined, { context: 3 });
  return { ...pair, hunks: patch.hunks.map((hunk) => ({ oldStart: hunk.oldStart, rows: hunk.lines })) };
}

/** The text with one hunk done, in the text's own line ends. */
function withHunk(before: string, hunk: PairHunk): string {
  const crlf = before.includes("\r\n");
  const lines = lf(before).split("\n");
  const bom = lines[0]?.startsWith("\ufeff") && hunk.oldStart === 1 ? "\ufeff" : "";
  const rows = hunk.rows.filter((row) => !row.startsWith("\\"));
  const old = rows.filter((row) => !row.startsWith("+")).length;
  const fresh = rows.filter((row) => !row.startsWith("-")).map((row) => row.slice(1));
  if (bom !== "" && fresh[0] !== undefined) fresh[0] = bom + fresh[0];
  lines.splice(hunk.oldStart - 1, old, ...fresh);
  return lines.join(crlf ? "\r\n" : "\n");
}

/** The corpus: every change in every dialect with every corruption alone, and unified diffs with `pairsPerChange` random pairs of corruptions. */
export function corpus(seed = 20261122, pairsPerChange = 40): CorpusCase[] {
  const random = seeded(seed);
  const cases: CorpusCase[] = [];
  const add = (
    change: Change,
    dialect: string,
    corruptions: readonly string[],
    reply: string | undefined,
    expected: string | null = change.after,
  ) => {
    if (reply === undefined) return;
    cases.push({
      id: `${change.id}/${dialect}/${corruptions.join("+") || "clean"}`,
      dialect,
      corruptions,
      path: change.path,
      before: change.before,
      reply,
      expected,
    });
  };
  for (const change of changes()) {
    const names = Object.keys(unifiedCorruptions);
    add(change, "unified", [], unifiedText(change));
    for (const name of names) {
      const made = unifiedCorruptions[name]?.(change, random);
      if (made !== undefined) add(change, "unified", [name], made.reply, made.refuse ? null : change.after);
    }
    for (let n = 0; n < pairsPerChange; n++) {
      const first = names[Math.floor(random() * names.length)] ?? "";
      const second = names[Math.floor(random() * names.length)] ?? "";
      if (first === second) continue;
      const inner = unifiedCorruptions[first];
      const outer = unifiedCorruptions[second];
      const once = inner?.(change, random);
      if (once?.model === undefined || outer === undefined) continue;
      const twice = outer(once.model, random);
      if (twice !== undefined)
        add(change, "unified", [first, second], twice.reply, once.refuse || twice.refuse ? null : change.after);
    }
    for (const [name, write] of Object.entries({ ...jsonDialects, ...blockDialects })) {
      const made = write(change, random);
      if (made !== undefined)
        add(
          change,
          name.split(":")[0] ?? name,
          [name.split(":")[1] ?? ""],
          made.reply,
          made.refuse ? null : change.after,
        );
    }
  }
  return cases;
}
