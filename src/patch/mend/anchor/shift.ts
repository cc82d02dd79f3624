import { hasInk } from "./occurrences.ts";

export type Rewrite = (text: string) => string | undefined;

/** The white space that a line begins with. */
export const indentOf = (line: string): string => /^[ \t]*/.exec(line)?.[0] ?? "";

/**
 * The one change of indentation that turns every reply line into the file's line beside it, or undefined if there is
 * no single one. Blank lines have no say. The result is undefined for a line that is too shallow to be shifted.
 */
export function shiftBetween(reply: readonly string[], file: readonly string[]): Rewrite | undefined {
  const pairs: [string, string][] = [];
  for (const [i, line] of reply.entries()) {
    if (hasInk(line)) pairs.push([indentOf(line), indentOf(file[i] ?? "")]);
  }
  const first = pairs[0];
  if (first === undefined) return undefined;
  return deeper(pairs, first) ?? shallower(pairs, first) ?? tabsFor(pairs) ?? spacesFor(pairs);
}

type Pairs = readonly (readonly [reply: string, file: string])[];

function deeper(pairs: Pairs, [reply, file]: readonly [string, string]): Rewrite | undefined {
  if (!file.endsWith(reply)) return undefined;
  const extra = file.slice(0, file.length - reply.length);
  if (!pairs.every(([r, f]) => f === extra + r)) return undefined;
  return (text) => (hasInk(text) ? extra + text : text);
}

function shallower(pairs: Pairs, [reply, file]: readonly [string, string]): Rewrite | undefined {
  if (!reply.endsWith(file)) return undefined;
  const extra = reply.slice(0, reply.length - file.length);
  if (!pairs.every(([r, f]) => r === extra + f)) return undefined;
  return (text) => (!hasInk(text) ? text : text.startsWith(extra) ? text.slice(extra.length) : undefined);
}

const WIDTHS = [4, 2, 8, 3];

/** The reply has spaces where the file has tabs. */
function tabsFor(pairs: Pairs): Rewrite | undefined {
  if (!pairs.every(([r, f]) => /^ *$/.test(r) && /^\t*$/.test(f))) return undefined;
  const fits = WIDTHS.filter((width) => pairs.every(([r, f]) => r.length === f.length * width));
  const [width] = fits;
  if (width === undefined || !pairs.some(([, f]) => f.length > 0)) return undefined;
  return (text) => {
    const indent = indentOf(text);
    if (indent.includes("\t")) return undefined;
    return (
      "\t".repeat(Math.floor(indent.length / width)) + " ".repeat(indent.length % width) + text.slice(indent.length)
    );
  };
}

/** The reply has tabs where the file has spaces. */
function spacesFor(pairs: Pairs): Rewrite | undefined {
  if (!pairs.every(([r, f]) => /^\t*$/.test(r) && /^ *$/.test(f))) return undefined;
  const width = WIDTHS.find((candidate) => pairs.every(([r, f]) => f.length === r.length * candidate));
  if (width === undefined || !pairs.some(([r]) => r.length > 0)) return undefined;
  return (text) => {
    const indent = indentOf(text);
    return /^\t*$/.test(indent) ? " ".repeat(indent.length * width) + text.slice(indent.length) : undefined;
  };
}
