/** A place in generated code that changes: what stands there with the violation, and without it. */
export interface Change {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A line without its end, or a place that changes. */
export type Line = string | Change;

export type Side = "before" | "after";

/**
 * Lines from a small diff as recipes are written in: every line starts with `- ` (only in the broken text), `+ ` (only in
 * the clean one) or two blanks. Indentation that all lines share is taken off; so are empty lines at both ends.
 */
export function fromDiff(diff: string): Line[] {
  const rows = diff.split("\n");
  while (rows[0]?.trim() === "") rows.shift();
  while (rows.at(-1)?.trim() === "") rows.pop();
  const shared = Math.min(...rows.filter((row) => row.trim() !== "").map((row) => row.search(/\S/)));
  const lines: Line[] = [];
  let open: { before: string[]; after: string[] } | undefined;
  for (const row of rows) {
    const mark = row.charAt(shared);
    const text = row.slice(shared + 2);
    if (mark === "-" || mark === "+") {
      if (!open) {
        open = { before: [], after: [] };
        lines.push(open);
      }
      (mark === "-" ? open.before : open.after).push(text);
    } else {
      open = undefined;
      lines.push(text);
    }
  }
  return lines;
}

/** One level deeper; empty lines stay empty. */
export function indented(lines: readonly Line[], by = "    "): Line[] {
  const deeper = (line: string): string => (line === "" ? "" : by + line);
  return lines.map((line) =>
    typeof line === "string" ? deeper(line) : { before: line.before.map(deeper), after: line.after.map(deeper) },
  );
}

/** The lines of one side. */
export function sideOf(lines: readonly Line[], side: Side): string[] {
  return lines.flatMap((line) => (typeof line === "string" ? [line] : line[side]));
}

/** The same lines on both sides, or a change. */
export function linesOf(before: readonly string[], after: readonly string[]): Line[] {
  const same = before.length === after.length && before.every((line, at) => line === after[at]);
  return same ? [...before] : [{ before, after }];
}

/** How many places change; changes that follow each other are one. */
export function hunksIn(lines: readonly Line[]): number {
  return lines.filter((line, at) => changes(line) && !changes(lines[at - 1])).length;
}

function changes(line: Line | undefined): boolean {
  return line !== undefined && typeof line !== "string" && line.before.join("\n") !== line.after.join("\n");
}
