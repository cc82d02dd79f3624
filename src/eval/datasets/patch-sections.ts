/** One hunk of a unified diff. Lines are without `\n`, but with the `\r` that a file may have before it. */
export interface PatchHunk {
  /** 1-based line of the old text where it starts; the line before it for a hunk that only adds. */
  readonly oldStart: number;
  readonly rows: readonly PatchRow[];
}

export interface PatchRow {
  readonly sign: " " | "-" | "+";
  readonly text: string;
  /** The text ends with this line, without a line end. */
  readonly open: boolean;
}

/** What a unified diff does to one file that stays. */
export interface PatchSection {
  /** As the diff writes it, without `a/` or `b/`. */
  readonly path: string;
  readonly hunks: readonly PatchHunk[];
}

const HUNK = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+\d{1,9}(?:,(\d{1,9}))? @@/;

/**
 * The sections of a diff as PatchPro writes it: every count is right, every file stays. Undefined for everything else (new,
 * deleted, renamed or binary files, broken hunks): nothing is mended here.
 */
export function patchSections(diff: string): PatchSection[] | undefined {
  const sections: { path: string; hunks: PatchHunk[] }[] = [];
  const lines = diff.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    at += 1;
    if (line.startsWith("+++ ")) {
      const path = pathOf(line.slice(4));
      if (path === undefined) return undefined;
      sections.push({ path, hunks: [] });
    } else if (line.startsWith("@@ ")) {
      const read = readHunk(lines, at - 1);
      const section = sections.at(-1);
      if (!read || !section) return undefined;
      section.hunks.push(read.hunk);
      at = read.next;
    } else if (!/^(?:diff --git |index |--- (?!\/dev\/null))/.test(line)) return undefined;
  }
  return sections.length > 0 && sections.every(({ hunks }) => hunks.length > 0) ? sections : undefined;
}

function readHunk(lines: readonly string[], at: number): { hunk: PatchHunk; next: number } | undefined {
  const [, start, olds, news] = HUNK.exec(lines[at] ?? "") ?? [];
  if (start === undefined) return undefined;
  let old = Number(olds ?? 1);
  let fresh = Number(news ?? 1);
  const rows: PatchRow[] = [];
  let next = at + 1;
  for (; old > 0 || fresh > 0; next += 1) {
    const line = lines[next];
    const sign = line?.[0];
    if (line === undefined || (sign !== " " && sign !== "-" && sign !== "+")) return undefined;
    if (sign !== "+") old -= 1;
    if (sign !== "-") fresh -= 1;
    const open = lines[next + 1]?.startsWith("\\") === true;
    if (open) next += 1;
    rows.push({ sign, text: line.slice(1), open });
  }
  return old < 0 || fresh < 0 ? undefined : { hunk: { oldStart: Number(start), rows }, next };
}

function pathOf(written: string): string | undefined {
  const bare = written.replace(/\t.*$/s, "");
  if (bare === "/dev/null") return undefined;
  const plain = /^".*"$/s.test(bare) ? unquoted(bare.slice(1, -1)) : bare;
  return plain?.startsWith("b/") ? plain.slice(2) : undefined;
}

const ESCAPED: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  t: "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  '"': '"',
  "\\": "\\",
};

/** A name as `quoteName` writes it: C escapes, octal only for other control characters. */
function unquoted(name: string): string {
  return name.replace(/\\(?:([0-7]{3})|(.))/gs, (_, octal: string | undefined, letter: string | undefined) =>
    octal === undefined ? (ESCAPED[letter ?? ""] ?? "") : String.fromCharCode(Number.parseInt(octal, 8)),
  );
}
