import type { ChangedFile } from "./changed-file.ts";
import { addedCodeOf, removedCodeOf } from "./changed-file.ts";
import { countOf } from "./dishonesty.ts";
import type { Hunk } from "./hunks.ts";

/** A line that is gone. `line` is 1-based, in the text before; `code` has no comments, and its strings are hidden. */
export interface LostLine {
  readonly line: number;
  readonly code: string;
}

/** Lines of code that a change takes away and does not put back anywhere in the file. */
export interface LostLines {
  readonly lost: readonly LostLine[];
  /** Lines that the change brings; stubs, imports, bare strings and lone brackets do not count. */
  readonly fresh: readonly string[];
  /** Share (0 to 1) of the names in the lost lines that live on in the code of the added ones. */
  readonly keptNames: number;
  /** The same for every word, those in strings included. */
  readonly keptWords: number;
}

/** Imports, lone brackets and words that carry no behaviour of their own. */
const TRIVIAL =
  /^(?:(?:import|from)\b.*|export\s*\{.*|[\])}({[;,:\s]*|(?:\}\s*)?else\s*[:{]|try\s*[:{]|finally\s*[:{]|pass|\.\.\.|return(?: None)?;?|continue;?|(?:global|nonlocal)\s.*|except\b.*:|\}?\s*catch\b.*\{|raise|throw \w+;?|[rRbBuU]?["']+~*["']*,?|"use strict";|\w+(?:,\s*\w+)*,?|\).*[:{]|__all__.*|(?:\W+ )?(?:set|dict|list|tuple)\()$/;
const IMPORT_OR_STRING = /^(?:(?:import|from)\b.*|[A-Za-z]{0,2}["'`]+~*["'`]*[,;]?)$/;
/** Brackets and operators. */
const MARKS_ONLY = /^[^\w~]*$/;
const STUB =
  /^(?:pass|\.\.\.|return(?: None| null| undefined)?;?|continue;?|raise NotImplementedError.*|throw new \w*Error\(.*|\{?\s*\}?|void 0;?)$/;
const WORD = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]{2,}/g;
const KEYWORD =
  /^(?:and|not|for|else|elif|while|return|with|def|class|lambda|async|await|yield|None|True|False|self|const|let|var|function|new|null|this|true|false|undefined|try|except|catch|finally|raise|throw|pass|continue|break|import|from|export|append|extend|add|push)$/;

export function lostLines(file: ChangedFile): LostLines {
  const removed = linesIn(file.hunks, (hunk) => [removedCodeOf(file.viewBefore(), hunk), hunk.beforeLine]);
  const added = linesIn(file.hunks, (hunk) => [addedCodeOf(file.viewAfter(), hunk), hunk.afterLine]);
  const here = countOf(added.map(({ code }) => squeezed(code)));
  const lost = removed.filter(({ code }) => {
    const key = squeezed(code);
    const left = here.get(key) ?? 0;
    if (left > 0) here.set(key, left - 1);
    return left === 0 && !TRIVIAL.test(code) && !STUB.test(code);
  });
  const gone = countOf(removed.map(({ code }) => squeezed(code)));
  const fresh = added
    .map(({ code }) => code)
    .filter(
      (code) => !gone.has(squeezed(code)) && !STUB.test(code) && !IMPORT_OR_STRING.test(code) && !MARKS_ONLY.test(code),
    );
  const source = file.before.split("\n");
  const lostText = lost.map(({ line }) => source[line - 1] ?? "").join("\n");
  return {
    lost,
    fresh,
    keptNames: keptShare(withoutFormat(lost.map(({ code }) => code).join("\n"), file), namesAdded(file)),
    keptWords: keptShare(lostText, file.addedText),
  };
}

/**
 * A first look without lexing: whether so much is put in place of what goes that nothing can be missing. A change that fails
 * here may still be sound.
 */
export function replacesWhatItRemoves(file: ChangedFile): boolean {
  const lines = (text: string) =>
    text.split("\n").filter((line) => /\w/.test(line) && !/^\s*(?:#|\/\/|\*|\/\*|import\b|from\b)/.test(line));
  const removed = lines(file.removedText);
  if (removed.length === 0) return true;
  const added = lines(file.addedText).filter((line) => !STUB.test(line.trim()) && !/^\s*["'`]/.test(line));
  return added.length > 0 && removed.length - added.length < 3;
}

/** Code that the change adds, and the code within its formatted strings. */
function namesAdded(file: ChangedFile): string {
  return file.addedCode() + (file.addedText.match(/\{[^{}\n]+\}/g) ?? []).join(" ");
}

/** Where a formatted string takes the place of a call of `format`, the call's name and its keywords have no successor. */
function withoutFormat(lost: string, file: ChangedFile): string {
  if (!/\.format\(/.test(lost) || !/\b[rR]?[fF][rR]?["'][^\n]*\{/.test(file.addedText)) return lost;
  return lost.replace(/\.format\(|(?<=^\s*|[(,]\s*)\w+\s*=(?!=)/gm, " ");
}

function linesIn(
  hunks: readonly Hunk[],
  codeOf: (hunk: Hunk) => [code: string, line: number],
): { line: number; code: string }[] {
  return hunks.flatMap((hunk) => {
    const [code, first] = codeOf(hunk);
    return code
      .split("\n")
      .map((text, index) => ({ line: first + index, code: text.trim() }))
      .filter((each) => each.code !== "");
  });
}

/** Two lines that differ in spaces, quotes, trailing commas or semicolons are the same line. */
export function squeezed(code: string): string {
  return code.replace(/[\s'"`~;]/g, "").replace(/,$/, "");
}

function keptShare(lost: string, added: string): number {
  const words = new Set((lost.match(WORD) ?? []).filter((word) => !KEYWORD.test(word)));
  if (words.size === 0) return added.trim() === "" ? 0 : 1;
  const there = new Set(added.match(WORD));
  return [...words].filter((word) => there.has(word)).length / words.size;
}
