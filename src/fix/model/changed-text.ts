import type { Candidate } from "../../domain/outcome.ts";
import { applyEdits } from "../../patch/apply.ts";
import type { Texts } from "../candidate.ts";

/** What a candidate writes into a text, for feedback: the new text of the lines that it changes, places apart by "…". */
export function changedText(candidate: Candidate, path: string, texts: Texts): string {
  const source = texts.get(path);
  const own = candidate.edits.filter((edit) => edit.path === path);
  const applied = source && applyEdits(source.text, own);
  return applied?.ok ? applied.edits.map(({ text }) => text).join("…\n") : "";
}
