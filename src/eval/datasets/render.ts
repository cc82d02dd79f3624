import { REFUSALS, type RefusalReason } from "../../domain/dataset.ts";
import type { ExportedRow } from "./export.ts";
import type { Manifest } from "./manifest.ts";

/** What each reason means, and what a person may do about it. */
export const REASON_WORDS: Readonly<Record<RefusalReason, { readonly what: string; readonly remedy?: string }>> = {
  "not-good": { what: "not labelled good", remedy: "correct them on the page (key c): the correction is exported" },
  disputed: { what: "one person says good, another bad", remedy: "talk it over, then label again" },
  propagated: { what: "the label was copied or imported", remedy: "label one of them yourself" },
  "not-verified": { what: "labelled good, but a check failed" },
  "eval-run": { what: "of a run that measures" },
  "no-consent": {
    what: "nobody consented",
    remedy: "set [dataset] consent = true in .patchpro.toml, or name the repositories with --consent",
  },
  "no-licence": { what: "no licence is stated", remedy: 'set [dataset] licences = ["MIT"] in .patchpro.toml' },
  "licence-not-allowed": { what: "under another licence than --licence names" },
  secret: { what: "a secret stands in it" },
  "prompt-unreadable": { what: "the prompt is not one of PatchPro's" },
  "text-lost": {
    what: "the file's text of that time is lost",
    remedy: "export from the commit that the run was made on",
  },
  "other-files": { what: "the patch changes files that the prompt did not show" },
  "lines-not-shown": { what: "the patch changes lines that the prompt did not show" },
  "not-expressible": { what: "edits of lines cannot say the change" },
  "no-failed-attempt": { what: "no failed attempt to prefer it to" },
  "other-findings": { what: "the failed attempt was asked for other findings" },
  "only-blanks": { what: "both answers differ in white space only" },
  "too-long": { what: "more tokens than one row may have", remedy: "raise --max-tokens if your model takes more" },
  leak: { what: "kept for measuring" },
  duplicate: { what: "nearly equal to another row" },
  "not-proved": { what: "the ladder does not accept it any more" },
};

/** A dataset in words, for the terminal. */
export function renderManifest(manifest: Manifest): string {
  const { rows, considered, split, tokens, proved, trainingCost, trainingPricesAsOf } = manifest;
  const lines = [
    `${rows} ${rows === 1 ? "row" : "rows"} of ${considered} labelled attempts, ${manifest.format}`,
    "",
    ...manifest.files
      .filter((file) => file.split)
      .map(({ name, rows: own, tokens: count }) => `  ${name.padEnd(18)} ${own} rows, about ${count} tokens`),
    `  split by ${split.by} (seed ${split.seed}): ${split.groups.train} to train on, ${split.groups.validation} to validate with`,
    "",
    `Tokens: about ${tokens.total}${tokens.error === null ? "" : ` (within ${Math.ceil(tokens.error * 100)} % for nine prompts of ten)`}; the longest row has ${tokens.longestRow}, ${tokens.limit} are allowed.`,
    `  ${tokens.method}.`,
    ...costLines(trainingCost, trainingPricesAsOf),
    `Rules: ${short(manifest.rules)}`,
    `Answers: ${short(manifest.answers)}`,
    `Proved again: ${proved.again} of ${rows}${Object.entries(proved.notTried)
      .map(([why, count]) => `; ${count} not: ${why}`)
      .join("")}`,
    `Compared with ${manifest.heldOut} held-out cases, findings and labels.`,
    ...refusedLines(manifest),
    ...manifest.warnings.map((warning) => `Note: ${warning}`),
  ];
  return `${lines.join("\n")}\n`;
}

function costLines(costs: Manifest["trainingCost"], asOf: string): string[] {
  const known = costs.filter(({ usd }) => usd !== null);
  if (known.length === 0) return ["Cost of training: not known"];
  const list = known.map(({ model, usd }) => `${model} $${(usd ?? 0).toFixed(2)}`).join(", ");
  return [`Cost of training (${known[0]?.epochs} epochs, list prices of ${asOf}; any other model: not known): ${list}`];
}

function refusedLines({ refused }: Manifest): string[] {
  const reasons = REFUSALS.filter((reason) => refused[reason] !== undefined);
  if (reasons.length === 0) return [];
  return [
    "",
    "Left out:",
    ...reasons.map((reason) => {
      const { what, remedy } = REASON_WORDS[reason];
      return `  ${String(refused[reason]).padStart(5)}  ${what}${remedy === undefined ? "" : `: ${remedy}`}`;
    }),
  ];
}

/** The first rows as a person reads them. */
export function renderPreview(rows: readonly ExportedRow[], count = 3): string {
  return rows
    .slice(0, count)
    .map(({ row, split }) =>
      [
        `--- ${split}: ${row.findings.map(({ ruleId }) => ruleId).join(", ")} in ${row.path} (${row.tokens} tokens, attempt ${row.provenance.attemptId}, ${row.provenance.answerFrom})`,
        clipped(row.answer),
        ...(row.notAnswer === undefined ? [] : ["not:", clipped(row.notAnswer)]),
      ].join("\n"),
    )
    .join("\n");
}

const LONGEST_SHOWN = 600;
const clipped = (text: string): string => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);

const MOST_LISTED = 12;

function short(counts: Readonly<Record<string, number>>): string {
  const all = Object.entries(counts);
  const more = all.length > MOST_LISTED ? `, ${all.length - MOST_LISTED} more` : "";
  const listed = all.slice(0, MOST_LISTED).map(([name, count]) => `${name} ${count}`);
  return listed.length === 0 ? "none" : listed.join(", ") + more;
}
