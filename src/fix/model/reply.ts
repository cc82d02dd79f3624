import type { Edit } from "../../domain/edit.ts";
import type { Finding } from "../../domain/finding.ts";
import type { Candidate, Strategy } from "../../domain/outcome.ts";
import type { Mended } from "../../patch/mend/mend.ts";
import { editCandidate, type Texts } from "../candidate.ts";
import { type NumberedReply, numberedReply } from "./numbered-reply.ts";
import { type Aim, mendReply, type Refusal, usableEdits } from "./reply-edits.ts";
import { partsOf, piecesByLines, piecesByNumbers, type RefusedEdit, type ReplyPart, refusedOf } from "./reply-parts.ts";

/** What a reply amounts to. */
export type ReplyReading =
  | {
      readonly kind: "candidates";
      /** One for each finding or group of findings whose edits stand together, in the order of the file. */
      readonly parts: readonly ReplyPart[];
      /** All usable edits of the reply as one candidate; its first part, if those overlap each other. */
      readonly whole: Candidate;
      /** Codes of what was mended. */
      readonly mended: readonly string[];
      /** Findings that the model says it did not fix, with its reasons. */
      readonly notFixed: ReadonlyMap<Finding, string>;
      /** Findings whose edits cannot be used, where those of others can. */
      readonly refused: ReadonlyMap<Finding, RefusedEdit>;
    }
  /** `stated`: in the field that the reply has for it, not in prose. */
  | { readonly kind: "declined"; readonly reason: string; readonly stated: boolean }
  | ({
      readonly kind: "refused";
      readonly mended: readonly string[];
      readonly notFixed: ReadonlyMap<Finding, string>;
    } & Refusal);

export interface ReplyRequest extends Aim {
  readonly reply: string;
  readonly strategy: Strategy;
  /** The findings as they were collected, in the order in which the prompt numbered them; `findings` are the same, located. */
  readonly claims: readonly Finding[];
  readonly attemptId: string;
}

/**
 * Reads a model's reply about one file. Edits of other files are refused by the mender, which is shown only this one. A
 * batch is taken apart finding by finding, so that one bad fix does not spoil the others; what was written for one
 * finding is used as a whole or not at all.
 */
export function readReply(request: ReplyRequest, texts: Texts): ReplyReading {
  const { path, claims, strategy } = request;
  const text = texts.get(path)?.text;
  const numbered = numberedReply(request.reply);
  const notFixed = strategy === "batch" ? notFixedOf(numbered, claims) : new Map<Finding, string>();
  const refuse = ({ code, reason }: Refusal, mended: readonly string[] = []): ReplyReading => ({
    kind: "refused",
    code,
    reason,
    mended,
    notFixed,
  });
  if (text === undefined) return refuse({ code: "APPLY_FILE_MISSING", reason: `${path} is gone` });

  const mended = mendReply(request.reply, request, text);
  if (mended.outcome === "declined")
    return { kind: "declined", reason: mended.reason, stated: numbered.unfixable !== undefined };
  const codes = [...new Set(mended.repairs.map(({ code }) => code))];
  const edits = usableEdits(mended, request, text);
  const pieces = strategy === "batch" ? piecesByNumbers(numbered, request, text) : [];

  const summary = summaryOf(mended) ?? `fix ${[...new Set(request.findings.map(({ ruleId }) => ruleId))].join(", ")}`;
  const make = (some: readonly Edit[], findings: readonly Finding[]): Candidate | undefined => {
    const candidate = editCandidate(
      { source: "model", strategy, findings, edits: some, summary, attemptId: request.attemptId },
      texts,
    );
    return "unusable" in candidate ? undefined : candidate;
  };
  // Numbers tell more than lines; where a model numbers wrongly, the lines make it good.
  const byLines = "code" in edits || strategy !== "batch" ? [] : piecesByLines(edits, request.findings, text);
  const parts = [pieces, byLines].flatMap((some) => partsOf(some, claims, text, make));
  const [first] = parts.flatMap(({ alternatives }) => alternatives.slice(0, 1));
  const whole = "code" in edits ? first && (make(editsOf(parts), claims) ?? first) : make(edits, claims);
  if (!whole) return refuse("code" in edits ? edits : NO_CHANGE, codes);
  return { kind: "candidates", parts, whole, mended: codes, notFixed, refused: refusedOf(pieces, claims, parts) };
}

/** The edits of all parts, as far as each is most wanted. */
function editsOf(parts: readonly ReplyPart[]): Edit[] {
  return parts.flatMap(({ alternatives }) => alternatives[0]?.edits ?? []);
}

const NO_CHANGE: Refusal = { code: "DIFF_EMPTY", reason: "the reply changes nothing" };

function notFixedOf({ notFixed }: NumberedReply, claims: readonly Finding[]): Map<Finding, string> {
  const reasons = notFixed.flatMap(({ finding, reason }) => {
    const claim = claims[finding - 1];
    return claim ? [[claim, reason] as const] : [];
  });
  return new Map(reasons);
}

/** The first line of what the model says it did, or could not do, as the patch's title. */
function summaryOf(mended: Mended): string | undefined {
  if (mended.outcome !== "patched") return undefined;
  const said = `${mended.explanation ?? ""}\n${mended.unfixable ?? ""}`.split("\n").map((line) => line.trim());
  return said.find((line) => line !== "")?.slice(0, 200);
}
