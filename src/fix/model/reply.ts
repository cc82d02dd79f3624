import { z } from "zod";
import type { CheckCode } from "../../domain/check.ts";
import type { Edit } from "../../domain/edit.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Candidate, Strategy } from "../../domain/outcome.ts";
import { applyEdits } from "../../patch/apply.ts";
import { editsBetween } from "../../patch/edits.ts";
import { LineIndex } from "../../patch/lines.ts";
import { type AnchoredEdit, mend } from "../../patch/mend/mend.ts";
import { editCandidate, type Texts } from "../candidate.ts";
import type { LineRange } from "./task.ts";

/** What a reply amounts to. */
export type ReplyReading =
  | {
      readonly kind: "candidates";
      /** One for each finding or group of findings whose edits stand together, in the order of the file. */
      readonly parts: readonly ReplyPart[];
      /** All edits of the reply as one candidate. */
      readonly whole: Candidate;
      /** Codes of what was mended. */
      readonly mended: readonly string[];
      /** Findings that the model says it did not fix, with its reasons. */
      readonly notFixed: ReadonlyMap<Finding, string>;
    }
  | { readonly kind: "declined"; readonly reason: string }
  | { readonly kind: "refused"; readonly code: CheckCode; readonly reason: string; readonly mended: readonly string[] };

/** Edits for some of the findings: alone, and with the edits that belong to no finding (a new import). */
export interface ReplyPart {
  readonly findings: readonly Finding[];
  readonly alternatives: readonly Candidate[];
}

export interface ReplyRequest {
  readonly reply: string;
  readonly path: string;
  readonly strategy: Strategy;
  /** Located in the text as it stands, in the order in which the prompt numbered them; `claims` are the same as collected. */
  readonly findings: readonly Finding[];
  readonly claims: readonly Finding[];
  readonly locked: readonly LineRange[];
  readonly root: string;
  readonly attemptId: string;
}

/** What the model says of findings by number, in a reply that is readable as JSON; everything else is the mender's. */
const numbered = z.object({
  edits: z.array(z.object({ finding: z.union([z.int(), z.array(z.int())]).optional() })).catch([]),
  notFixed: z.array(z.object({ finding: z.int(), reason: z.string() })).catch([]),
});

/**
 * Reads a model's reply about one file. Edits of other files are refused by the mender, which is shown only this one. A
 * batch is taken apart finding by finding, so that one bad fix does not spoil the others.
 */
export function readReply(request: ReplyRequest, texts: Texts): ReplyReading {
  const { path, findings, claims } = request;
  const source = texts.get(path);
  if (!source) return { kind: "refused", code: "APPLY_FILE_MISSING", reason: `${path} is gone`, mended: [] };
  const only = findings.length === 1 ? findings[0] : undefined;
  const mended = mend({
    files: new Map([[path, source.text]]),
    reply: request.reply,
    path,
    root: request.root,
    ...(only && { line: only.startLine, endLine: only.endLine }),
  });
  if (mended.outcome === "declined") return { kind: "declined", reason: mended.reason };
  const repairs = mended.repairs.map(({ code }) => code);
  if (mended.outcome === "refused")
    return { kind: "refused", code: mended.code, reason: mended.reason, mended: repairs };
  const after = mended.files.get(path);
  if (after === null || after === undefined)
    return {
      kind: "refused",
      code: "SCOPE_DELETED_CODE",
      reason: `the reply deletes ${path}; change the lines that are wrong instead`,
      mended: repairs,
    };
  const edits = editsBetween(source.text, after).map((edit) => ({ ...edit, path }));
  const index = new LineIndex(source.text, "universal");
  const locked = mended.edits.find((edit) =>
    request.locked.some(({ start, end }) => edit.line <= end && start <= edit.endLine),
  );
  if (locked)
    return {
      kind: "refused",
      code: "SCOPE_TOO_LARGE",
      reason: `line ${locked.line} was shown cut short and cannot be edited`,
      mended: repairs,
    };
  const summary =
    firstLine(mended.explanation) ??
    firstLine(mended.unfixable) ??
    `fix ${[...new Set(findings.map(({ ruleId }) => ruleId))].join(", ")}`;
  const make = (some: readonly Edit[], of: readonly Finding[]): Candidate | undefined => {
    const candidate = editCandidate(
      { source: "model", strategy: request.strategy, findings: of, edits: some, summary, attemptId: request.attemptId },
      texts,
    );
    return "unusable" in candidate ? undefined : candidate;
  };
  const whole = make(edits, claims);
  if (!whole) return { kind: "refused", code: "DIFF_EMPTY", reason: "the reply changes nothing", mended: repairs };
  const said = numberedIn(request.reply);
  const owners = edits.map((edit) => ownersOf(edit, index, findings, mended.edits, said.edits));
  return {
    kind: "candidates",
    parts: partsOf(edits, owners, claims, make),
    whole,
    mended: [...new Set(repairs)],
    notFixed: notFixedOf(said.notFixed, claims),
  };
}

/** The numbers (0-based) of the findings that an edit is for: as the model says, else those whose lines it touches. */
function ownersOf(
  edit: Edit,
  index: LineIndex,
  findings: readonly Finding[],
  anchored: readonly AnchoredEdit[],
  said: z.infer<typeof numbered>["edits"],
): readonly number[] {
  const first = index.lineAt(edit.start);
  const last = edit.end > edit.start ? index.lineAt(edit.end - 1) : first;
  if (said.length === anchored.length) {
    const numbers = anchored.flatMap((one, at) =>
      one.line <= last + 1 && first <= Math.max(one.endLine, one.line) ? [said[at]?.finding ?? []].flat() : [],
    );
    const known = [...new Set(numbers)].filter((number) => number >= 1 && number <= findings.length);
    if (known.length > 0) return known.map((number) => number - 1);
  }
  return findings.flatMap(({ startLine, endLine }, at) => (startLine <= last + 1 && first <= endLine + 1 ? [at] : []));
}

/** Findings that share an edit belong together; edits without a finding may be needed by any part. */
function partsOf(
  edits: readonly Edit[],
  owners: readonly (readonly number[])[],
  claims: readonly Finding[],
  make: (edits: readonly Edit[], of: readonly Finding[]) => Candidate | undefined,
): ReplyPart[] {
  const groupOf = claims.map((_, at) => at);
  for (const some of owners) {
    const lowest = Math.min(...some.map((at) => groupOf[at] ?? at));
    const joined = new Set(some.map((at) => groupOf[at]));
    for (const [at, group] of groupOf.entries()) if (joined.has(group)) groupOf[at] = lowest;
  }
  const shared = edits.filter((_, at) => owners[at]?.length === 0);
  return [...Map.groupBy(claims.keys(), (at) => groupOf[at])].flatMap(([group, members]) => {
    const own = edits.filter((_, at) => owners[at]?.some((owner) => groupOf[owner] === group));
    const findings = members.map((at) => claims[at]).filter((finding) => finding !== undefined);
    const choices = [make(own, findings), shared.length > 0 ? make([...own, ...shared], findings) : undefined];
    const alternatives = choices.filter((candidate) => candidate !== undefined);
    return alternatives.length > 0 ? [{ findings, alternatives }] : [];
  });
}

function numberedIn(reply: string): z.infer<typeof numbered> {
  const nothing = { edits: [], notFixed: [] };
  const start = reply.indexOf("{");
  if (start === -1) return nothing;
  try {
    return numbered.safeParse(JSON.parse(reply.slice(start, reply.lastIndexOf("}") + 1))).data ?? nothing;
  } catch {
    return nothing;
  }
}

function notFixedOf(said: z.infer<typeof numbered>["notFixed"], claims: readonly Finding[]): Map<Finding, string> {
  return new Map(
    said.flatMap(({ finding, reason }) => {
      const claim = claims[finding - 1];
      return claim ? [[claim, reason] as const] : [];
    }),
  );
}

function firstLine(text: string | undefined): string | undefined {
  const line = text
    ?.split("\n")
    .find((one) => one.trim() !== "")
    ?.trim();
  return line === undefined ? undefined : line.slice(0, 200);
}

/** What a candidate does to a text, for feedback: the new text of the lines that it changes. */
export function changedText(candidate: Candidate, path: string, texts: Texts): string {
  const source = texts.get(path);
  const applied =
    source &&
    applyEdits(
      source.text,
      candidate.edits.filter((edit) => edit.path === path),
    );
  return applied?.ok ? applied.edits.map(({ text }) => text).join("…\n") : "";
}
