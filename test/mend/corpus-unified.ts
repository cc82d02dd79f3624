import type { Change, PairHunk } from "./corpus.ts";

/** A diff that can be corrupted further: its hunks, and how it is written. */
export interface DiffModel extends Change {
  readonly write?: Partial<Style>;
}

interface Style {
  readonly head: (path: string) => string;
  readonly hunkHead: (hunk: PairHunk, i: number) => string;
  readonly row: (row: string) => string;
  readonly wrap: (text: string) => string;
}

export interface Corrupted {
  readonly reply: string;
  /** The same corruption as a model that another one may be put on. */
  readonly model?: DiffModel;
  readonly refuse?: true;
}

const counts = (hunk: PairHunk): [number, number] => [
  hunk.rows.filter((row) => row[0] === " " || row[0] === "-").length,
  hunk.rows.filter((row) => row[0] === " " || row[0] === "+").length,
];

const PLAIN: Style = {
  head: (path) => `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n`,
  hunkHead: (hunk) => `@@ -${hunk.oldStart},${counts(hunk)[0]} +${hunk.oldStart},${counts(hunk)[1]} @@`,
  row: (row) => row,
  wrap: (text) => text,
};

/** The diff of a change as text. */
export function unifiedText(model: DiffModel): string {
  const style = { ...PLAIN, ...model.write };
  const body = model.hunks
    .map((hunk, i) => [style.hunkHead(hunk, i), ...hunk.rows.map(style.row)].join("\n"))
    .join("\n");
  return style.wrap(`${style.head(model.path)}${body}\n`);
}

type Corrupt = (model: DiffModel, random: () => number) => Corrupted | undefined;

const styled =
  (make: (model: DiffModel, random: () => number) => Partial<Style>): Corrupt =>
  (model, random) => {
    const change: DiffModel = { ...model, write: { ...model.write, ...make(model, random) } };
    return { reply: unifiedText(change), model: change };
  };

const wrapped = (wrap: (text: string, model: DiffModel) => string): Corrupt =>
  styled((model) => ({ wrap: (text) => wrap((model.write?.wrap ?? PLAIN.wrap)(text), model) }));

const headed = (head: (path: string) => string): Corrupt => styled(() => ({ head }));

/** Changes the rows of every hunk; undefined if nothing came of it. */
const rowed =
  (
    edit: (rows: readonly string[], random: () => number, model: DiffModel) => readonly string[] | undefined,
    refuse?: true,
  ): Corrupt =>
  (model, random) => {
    let touched = false;
    const hunks = model.hunks.map((hunk) => {
      const rows = edit(hunk.rows, random, model);
      if (rows === undefined) return hunk;
      touched = true;
      const dropped = leading(hunk.rows) - leading(rows);
      return { rows, oldStart: hunk.oldStart + (rows.length < hunk.rows.length && dropped > 0 ? dropped : 0) };
    });
    if (!touched) return undefined;
    const change = { ...model, hunks };
    return { reply: unifiedText(change), model: change, ...(refuse ? { refuse } : {}) };
  };

const leading = (rows: readonly string[]): number => {
  const first = rows.findIndex((row) => row[0] !== " ");
  return first < 0 ? rows.length : first;
};

const pick = <T>(items: readonly T[], random: () => number): T | undefined =>
  items[Math.floor(random() * items.length)];

const inkedContext = (rows: readonly string[]): number[] =>
  rows.flatMap((row, i) => (row[0] === " " && /\S/.test(row) ? [i] : []));

function replaced(
  rows: readonly string[],
  index: number | undefined,
  by: (row: string) => string | readonly string[],
): readonly string[] | undefined {
  if (index === undefined) return undefined;
  return rows.flatMap((row, i) => (i === index ? by(row) : [row]));
}

/** Whether every run of a hunk deletes lines that stand in the file once: then wrong context is harmless. */
function isPinned(rows: readonly string[], before: string): boolean {
  const lines = before.replace(/^\ufeff/, "").split(/\r?\n/);
  for (let i = 0; i < rows.length; ) {
    if (rows[i]?.[0] === " ") {
      i++;
      continue;
    }
    let j = i;
    while (j < rows.length && rows[j]?.[0] !== " ") j++;
    const gone = rows
      .slice(i, j)
      .filter((row) => row[0] === "-")
      .map((row) => row.slice(1));
    if (!gone.some((line) => /\S/.test(line))) return false;
    const places = lines.filter((_, at) => gone.every((line, k) => lines[at + k] === line)).length;
    if (places !== 1) return false;
    i = j;
  }
  return true;
}

/** What replies.md, section 1, counts in real replies, and the rest of its list. */
export const unifiedCorruptions: Readonly<Record<string, Corrupt>> = {
  "counts too small": styled(() => ({
    hunkHead: (h) =>
      `@@ -${h.oldStart},${Math.max(1, counts(h)[0] - 2)} +${h.oldStart},${Math.max(1, counts(h)[1] - 1)} @@`,
  })),
  "counts too big": styled(() => ({
    hunkHead: (h) => `@@ -${h.oldStart},${counts(h)[0] + 3} +${h.oldStart},${counts(h)[1] + 2} @@`,
  })),
  "start off": styled((_, random) => {
    const off = 1 + Math.floor(random() * 30);
    return { hunkHead: (h) => `@@ -${h.oldStart + off},${counts(h)[0]} +${h.oldStart + off},${counts(h)[1]} @@` };
  }),
  "no numbers": styled(() => ({ hunkHead: () => "@@" })),
  "dots for numbers": styled(() => ({ hunkHead: () => "@@ ... @@" })),
  "prose for numbers": styled(() => ({ hunkHead: (_, i) => `@@ in the ${i + 1}. function @@` })),
  "section heading": styled(() => ({ hunkHead: (h, i) => `${PLAIN.hunkHead(h, i)} def something(a, b):` })),
  "no a/ and b/": headed((path) => `--- ${path}\n+++ ${path}\n`),
  "no diff line": headed((path) => `--- a/${path}\n+++ b/${path}\n`),
  "lost dash in both": headed((path) => `-- a/${path}\n-- b/${path}\n`),
  "minus header for new": headed((path) => `--- a/${path}\n-- b/${path}\n`),
  "lost dash in old": headed((path) => `-- a/${path}\n+++ b/${path}\n`),
  "invented index": headed(
    (path) => `diff --git a/${path} b/${path}\nindex abcdef1..1234567 100644\n--- a/${path}\n+++ b/${path}\n`,
  ),
  timestamps: headed(
    (path) =>
      `--- a/${path}\t2026-01-01 00:00:00.000000000 +0000\n+++ b/${path}\t2026-01-02 00:00:00.000000000 +0000\n`,
  ),
  "timestamps after spaces": headed((path) => `--- a/${path} 2026-01-01 00:00:00\n+++ b/${path} 2026-01-02 00:00:00\n`),
  "no file header": headed(() => ""),
  "only diff line": headed((path) => `diff --git a/${path} b/${path}\n`),
  "only new header": headed((path) => `+++ b/${path}\n`),
  "base name only": headed((path) => `--- a/${path.split("/").at(-1)}\n+++ b/${path.split("/").at(-1)}\n`),
  "absolute path": headed((path) => `--- /repo/${path}\n+++ /repo/${path}\n`),
  "path below another folder": headed((path) => `--- a/project/${path}\n+++ b/project/${path}\n`),
  "dot slash": headed((path) => `--- ./${path}\n+++ ./${path}\n`),
  "quoted path": headed((path) => `--- "a/${path}"\n+++ "b/${path}"\n`),
  "Index line": headed((path) => `Index: ${path}\n${"=".repeat(67)}\n--- ${path}\n+++ ${path}\n`),
  "blank context without space": styled(() => ({ row: (row) => (row.trim() === "" ? "" : row) })),
  "trailing space on blanks": styled(() => ({ row: (row) => (row === " " ? "     " : row) })),
  "no final newline": wrapped((text) => text.replace(/\n$/, "")),
  "CRLF reply": wrapped((text) => text.replace(/\r?\n/g, "\r\n")),
  "prose and fence": wrapped(
    (text) => `Here is the fix:\n\n\`\`\`diff\n${text}\`\`\`\n\n- It removes the problem.\n- Nothing else changes.\n`,
  ),
  "bare fence": wrapped((text) => `\`\`\`\n${text}\`\`\``),
  "long fence": wrapped((text) => `~~~~diff\n${text}~~~~\n`),
  "patch tags": wrapped((text) => `<patch>\n${text}</patch>`),
  "patch tags on the last line": wrapped((text) => `<patch>\n${text.replace(/\n$/, "")}</patch>\n`),
  heredoc: wrapped((text) => `git apply <<'EOF'\n${text}EOF\n`),
  "prose after": wrapped((text) => `${text}\nThis fixes the finding without changing anything else.\n`),
  "mail signature": wrapped((text) => `${text}-- \n2.43.0\n`),
  "stated twice": wrapped((text) => `${text}\nTo repeat the whole patch:\n\n${text}`),
  "stated twice in fences": wrapped(
    (text) => `\`\`\`diff\n${text}\`\`\`\n\nSo the final patch is:\n\n\`\`\`diff\n${text}\`\`\`\n`,
  ),
  "line ends escaped": wrapped((text) =>
    text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\t/g, "\\t").replace(/\n/g, "\\n"),
  ),
  "diff in JSON": wrapped((text) => JSON.stringify({ patch: text, explanation: "x" })),
  "header per hunk": styled((model) => ({
    hunkHead: (h, i) => `${i === 0 ? "" : `--- a/${model.path}\n+++ b/${model.path}\n`}${PLAIN.hunkHead(h, i)}`,
  })),
  "empty line between hunks": styled(() => ({ hunkHead: (h, i) => `${i === 0 ? "" : "\n"}${PLAIN.hunkHead(h, i)}` })),
  "prefix missing once": rowed((rows, random) => {
    const index = pick(
      rows.flatMap((row, i) => (/^ \S/.test(row) && !/^ [-+\\@*<#`=>]/.test(row) ? [i] : [])),
      random,
    );
    return replaced(rows, index, (row) => row.slice(1));
  }),
  "prefix missing on indented lines": styled(() => ({ row: (row) => (/^ \s+\S/.test(row) ? row.slice(1) : row) })),
  "prefix missing on all context": styled(() => ({
    row: (row) => (row[0] === " " && !/^ [-+\\@*<#`=>]/.test(row) ? row.slice(1) : row),
  })),
  "unchanged line as - and +": rowed((rows, random) =>
    replaced(rows, pick(inkedContext(rows), random), (row) => [`-${row.slice(1)}`, `+${row.slice(1)}`]),
  ),
  "one line of context": rowed((rows) => {
    const first = leading(rows);
    const last = rows.length - [...rows].reverse().findIndex((row) => row[0] !== " " && row[0] !== "\\");
    return rows.slice(Math.max(0, first - 1), last + 1).filter((row) => row[0] !== "\\");
  }),
  "trailing context dropped": rowed((rows) =>
    rows.slice(0, rows.length - [...rows].reverse().findIndex((row) => row[0] !== " ")),
  ),
  "wrong context, changes pinned": rowed((rows, random, model) => {
    const index = isPinned(rows, model.before) ? pick(inkedContext(rows), random) : undefined;
    return replaced(rows, index, (row) => `${row} # invented`);
  }),
  "context line skipped, changes pinned": rowed((rows, random, model) => {
    const index = isPinned(rows, model.before)
      ? pick(
          inkedContext(rows).filter((i) => rows[i - 1]?.[0] === " " && rows[i + 1]?.[0] === " "),
          random,
        )
      : undefined;
    return replaced(rows, index, () => []);
  }),
  "deleted line not in file": rowed((rows, random) => {
    const index = pick(
      rows.flatMap((row, i) => (row[0] === "-" && /\S/.test(row.slice(1)) ? [i] : [])),
      random,
    );
    return replaced(rows, index, (row) => `${row} + invented`);
  }, true),
  "elided context": (model) => {
    const change = { ...model, hunks: model.hunks.map((hunk) => ({ ...hunk, rows: hunk.rows })) };
    if (change.hunks.length < 2) return undefined;
    const style = { ...PLAIN, ...model.write };
    return {
      reply: style.wrap(
        `${style.head(model.path)}${style.hunkHead(model.hunks[0] ?? { oldStart: 1, rows: [] }, 0)}\n${model.hunks
          .map((hunk) =>
            hunk.rows
              .filter((row) => row[0] !== "\\")
              .map(style.row)
              .join("\n"),
          )
          .join("\n...\n")}\n`,
      ),
    };
  },
};
