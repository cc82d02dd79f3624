import type { CheckCode } from "../../domain/check.ts";
import type { Edit } from "../../domain/edit.ts";
import type { Finding } from "../../domain/finding.ts";
import { editsBetween } from "../../patch/edits.ts";
import { type Mended, mend } from "../../patch/mend/mend.ts";
import type { LineRange } from "./task.ts";

/** Why something that a model wrote cannot be used. */
export interface Refusal {
  readonly code: CheckCode;
  readonly reason: string;
}

/** Where a reply's edits belong. */
export interface Aim {
  readonly path: string;
  readonly root: string;
  /** Located in the text as it stands. */
  readonly findings: readonly Finding[];
  /** Lines that the prompt showed cut short. */
  readonly locked: readonly LineRange[];
}

/** Mends a reply about one file. If it is about one finding, that settles which of several equal places is meant. */
export function mendReply(reply: string, { path, root, findings }: Aim, text: string): Mended {
  const only = findings.length === 1 ? findings[0] : undefined;
  const place = only && { line: only.startLine, endLine: only.endLine };
  return mend({ files: new Map([[path, text]]), reply, path, root, ...place });
}

/** A mended reply as edits of its file, or why it is none. */
export function usableEdits(
  mended: Exclude<Mended, { outcome: "declined" }>,
  { path, locked }: Aim,
  text: string,
): readonly Edit[] | Refusal {
  if (mended.outcome === "refused") return { code: mended.code, reason: mended.reason };
  const after = mended.files.get(path);
  if (after === null || after === undefined)
    return { code: "SCOPE_DELETED_CODE", reason: `the reply deletes ${path}; change the lines that are wrong instead` };
  const blind = mended.edits.find((edit) => locked.some(({ start, end }) => edit.line <= end && start <= edit.endLine));
  if (blind) return { code: "SCOPE_TOO_LARGE", reason: `line ${blind.line} was shown cut short and cannot be edited` };
  return editsBetween(text, after).map((edit) => ({ ...edit, path }));
}
