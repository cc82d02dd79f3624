import type { FileChange } from "../../domain/outcome.ts";
import { type Hunk, hunksBetween } from "./hunks.ts";
import { type Language, languageOf } from "./language.ts";
import { lex } from "./lex.ts";
import { codeOfLines, type View } from "./view.ts";

/** One changed file as the detectors see it. What costs time (`View`s) is made when first asked for, and once. */
export interface ChangedFile {
  readonly path: string;
  readonly language: Language;
  /** Empty text where the file did not exist. */
  readonly before: string;
  readonly after: string;
  readonly created: boolean;
  readonly deleted: boolean;
  readonly hunks: readonly Hunk[];
  /** Every removed line, and every added one, as written: for a first cheap look. */
  readonly removedText: string;
  readonly addedText: string;
  /** Of the text before, without line ends. */
  linesBefore(): readonly string[];
  viewBefore(): View;
  viewAfter(): View;
  /** The changed lines with comments blanked and strings hidden. */
  removedCode(): string;
  addedCode(): string;
  /** The changed lines with only their comments blanked. */
  removedSource(): string;
  addedSource(): string;
}

export function changedFile(change: FileChange): ChangedFile {
  const before = change.before ?? "";
  const after = change.after ?? "";
  const language = languageOf(change.path);
  const hunks = hunksBetween(before, after);
  const viewBefore = once(() => recent(before, language));
  const viewAfter = once(() => lex(after, language));
  return {
    path: change.path,
    language,
    before,
    after,
    created: change.before === null,
    deleted: change.after === null,
    hunks,
    removedText: hunks.map((hunk) => hunk.removed.join("\n")).join("\n"),
    addedText: hunks.map((hunk) => hunk.added.join("\n")).join("\n"),
    linesBefore: () => linesOf(before),
    viewBefore,
    viewAfter,
    removedCode: once(() => hunks.map((hunk) => removedCodeOf(viewBefore(), hunk)).join("\n")),
    addedCode: once(() => hunks.map((hunk) => addedCodeOf(viewAfter(), hunk)).join("\n")),
    removedSource: once(() =>
      hunks.map((hunk) => sourceOf(viewBefore(), hunk.beforeLine, hunk.removed.length)).join("\n"),
    ),
    addedSource: once(() => hunks.map((hunk) => sourceOf(viewAfter(), hunk.afterLine, hunk.added.length)).join("\n")),
  };
}

export function removedCodeOf(view: View, hunk: Hunk): string {
  return codeOfLines(view, hunk.beforeLine, hunk.removed.length);
}

function sourceOf(view: View, line: number, count: number): string {
  return codeOfLines(view, line, count, view.uncommented());
}

export function addedCodeOf(view: View, hunk: Hunk): string {
  return codeOfLines(view, hunk.afterLine, hunk.added.length);
}

/** Many candidates start from the same text: the views of the last few are kept. */
const KEPT_VIEWS = 8;
const views: { readonly text: string; readonly language: Language; readonly view: View }[] = [];

function recent(text: string, language: Language): View {
  const known = views.find((each) => each.language === language && each.text === text);
  if (known) return known.view;
  const view = lex(text, language);
  views.unshift({ text, language, view });
  if (views.length > KEPT_VIEWS) views.pop();
  return view;
}

let split: { readonly text: string; readonly lines: readonly string[] } | undefined;

function linesOf(text: string): readonly string[] {
  if (split?.text !== text) split = { text, lines: text.split("\n") };
  return split.lines;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
