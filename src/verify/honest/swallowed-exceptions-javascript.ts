import { closingOf } from "./braces.ts";
import type { Detector } from "./dishonesty.ts";
import { lineAt, type View } from "./view.ts";

const CATCH = /\bcatch\s*(?:\([^)]*\))?\s*\{/g;
const CATCH_CALL = /\.catch\s*\(/g;
const DOES_NOTHING = /^\s*(?:(?:return(?:\s+(?:null|undefined|void 0))?|continue)\s*;?)?\s*$/;
const EMPTY_CALLBACK =
  /^\s*(?:(?:async\s*)?(?:\([^)]*\)|[\w$]+)\s*=>\s*(?:\{\s*(?:return\s*(?:null|undefined)?\s*;?)?\s*\}|null|undefined|void 0|\(\s*\{\s*\}\s*\))|(?:async\s+)?function\b[^{]*\{\s*\}|(?:[\w$]+\.)*noop|Function\.prototype)\s*,?\s*$/;
/** Rules that a comment in an empty block already satisfies. */
const ABOUT_EMPTY = /no-empty|empty[-_ ]?(?:block|catch)|S2486|S108\b|noEmptyBlock/i;

/** Empty `catch` blocks and `.catch(() => {})` that were not there before (JavaScript, TypeScript, Java, C#, …). */
export const swallowedExceptionsJavascript: Detector = (file, findings) => {
  if (!/^(?:javascript|c-like)$/.test(file.language) || file.deleted) return [];
  const touched = /\bcatch\b|\breturn\b|\bcontinue\b/.test(file.addedText) || /\S/.test(file.removedText);
  if (!touched || !file.after.includes("catch")) return [];
  const after = silentCatches(file.viewAfter());
  if (after.length === 0) return [];
  const before = silentCatches(file.viewBefore());
  const aboutEmpty = findings.some(
    (finding) => finding.path === file.path && ABOUT_EMPTY.test(`${finding.ruleId} ${finding.message}`),
  );
  const dressed = aboutEmpty
    ? after.find((offset) =>
        file.hunks.some((hunk) =>
          overlaps(lineAt(file.viewAfter(), offset), hunk.afterLine - 1, hunk.added.length + 1),
        ),
      )
    : undefined;
  const fresh =
    after.length > before.length
      ? (after.find((offset) => isAdded(file.hunks, lineAt(file.viewAfter(), offset))) ?? after[0])
      : dressed;
  if (fresh === undefined) return [];
  return [
    {
      code: "SCOPE_EXCEPTION_SWALLOWED",
      path: file.path,
      detail: `Line ${lineAt(file.viewAfter(), fresh)} of ${file.path} swallows errors: its \`catch\` does nothing with them. Handle, log or rethrow them.`,
    },
  ];
};

/** A handler that does nothing is short, comments included. */
const LONGEST_SILENCE = 2_000;

/** Offsets of every `catch` that does nothing. */
function silentCatches(view: View): number[] {
  const { code } = view;
  const found: number[] = [];
  for (const match of code.matchAll(CATCH)) {
    const open = match.index + match[0].length - 1;
    if (DOES_NOTHING.test(code.slice(open + 1, closingOf(code, open, LONGEST_SILENCE)))) found.push(match.index);
  }
  for (const match of code.matchAll(CATCH_CALL)) {
    const open = match.index + match[0].length - 1;
    if (EMPTY_CALLBACK.test(code.slice(open + 1, closingOf(code, open, LONGEST_SILENCE)))) found.push(match.index);
  }
  return found;
}

function isAdded(hunks: readonly { afterLine: number; added: readonly string[] }[], line: number): boolean {
  return hunks.some((hunk) => overlaps(line, hunk.afterLine, hunk.added.length));
}

function overlaps(line: number, start: number, size: number): boolean {
  return line >= start && line < start + Math.max(1, size);
}
