import type { Hunk, Row } from "../proposal.ts";
import { hasInk } from "./occurrences.ts";

/** `12 | code`, `12: code` or `12<tab>code`, as prompts and `cat -n` number lines. */
const NUMBERED = /^\s*(\d{1,7})(?: ?\||:|\t|→)(?: |(?=\S)|$)/;

/** The hunk without the line numbers that were copied from a numbered listing; undefined if its old lines are not numbered in order. */
export function withoutLineNumbers(hunk: Hunk): Hunk | undefined {
  let before = 0;
  let first: number | undefined;
  const rows: Row[] = [];
  for (const row of hunk.rows) {
    const found = NUMBERED.exec(row.text);
    if (found === null) {
      if (row.kind !== "add" && hasInk(row.text)) return undefined;
      rows.push(row);
      continue;
    }
    const number = Number(found[1]);
    if (row.kind !== "add") {
      if (number <= before) return undefined;
      before = number;
      first ??= number;
    }
    rows.push({ ...row, text: row.text.slice(found[0].length) });
  }
  return first === undefined ? undefined : { ...hunk, rows, start: first };
}

/** The hunk without blank old lines at its edges; undefined if there are none. */
export function withoutEdgeBlanks(hunk: Hunk): Hunk | undefined {
  const inked = (row: Row) => hasInk(row.text) && row.kind !== "add";
  const first = hunk.rows.findIndex(inked);
  const last = hunk.rows.findLastIndex(inked);
  if (first < 0) return undefined;
  const rows = hunk.rows.filter((row, i) => row.kind === "add" || (i >= first && i <= last));
  return rows.length === hunk.rows.length ? undefined : { ...hunk, rows };
}

const UNESCAPED: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "",
  '"': '"',
  "'": "'",
  "\\": "\\",
  "/": "/",
  "`": "`",
};

export const unescapeOnce = (text: string): string =>
  text.replace(/\\([ntr"'\\/`])/g, (_, letter: string) => UNESCAPED[letter] ?? letter);

/** The hunk with one level of escaping undone (`\n`, `\"`); undefined if there is none in its old lines. */
export function unescaped(hunk: Hunk): Hunk | undefined {
  if (!hunk.rows.some((row) => row.kind !== "add" && row.text.includes("\\"))) return undefined;
  const rows = hunk.rows.flatMap((row) =>
    unescapeOnce(row.text)
      .split("\n")
      .map((text): Row => ({ kind: row.kind, text })),
  );
  return { ...hunk, rows };
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  "#34": '"',
  "#39": "'",
  "#x22": '"',
  "#x27": "'",
};
const ENTITY = /&(lt|gt|amp|quot|apos|#34|#39|#x22|#x27);/g;
const hasEntity = (text: string): boolean => text.search(ENTITY) >= 0;

/**
 * The hunk with one level of HTML's escaping undone; undefined if there is none in its old lines, or if its new lines have
 * signs that would have been escaped beside entities, which are code then.
 */
export function withoutEntities(hunk: Hunk): Hunk | undefined {
  if (!hunk.rows.some((row) => row.kind !== "add" && hasEntity(row.text))) return undefined;
  const added = hunk.rows.flatMap((row) => (row.kind === "add" ? [row.text] : []));
  if (added.some(hasEntity) && added.some((text) => /[<>&]/.test(text.replace(ENTITY, "")))) return undefined;
  const plain = (text: string) => text.replace(ENTITY, (whole, name: string) => ENTITIES[name] ?? whole);
  return { ...hunk, rows: hunk.rows.map((row) => ({ ...row, text: plain(row.text) })) };
}
