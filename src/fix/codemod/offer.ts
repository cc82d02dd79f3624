import { type CodeMatch, type Codemod, codeLanguageOf, isFor } from "../../domain/codemod.ts";
import type { Finding, Fix } from "../../domain/finding.ts";
import type { Span } from "../../domain/location.ts";
import { type LineEnds, LineIndex } from "../../patch/lines.ts";
import type { CodeSearch, OpenedCode } from "../../ports/codemods.ts";
import type { Texts } from "../candidate.ts";
import type { OpenFinding } from "../open-finding.ts";
import { chooseMatch } from "./choose.ts";
import { expand, piecesOf, variablesOf } from "./template.ts";

/** What a source has for a finding: alternatives, best first; and why it has none, if that is worth saying. */
export interface Offer {
  readonly fixes: readonly Fix[];
  readonly why?: string;
}

/** The fixes that codemods have for open findings, as the texts stand now. */
export type CodemodOffers = (open: readonly OpenFinding[], texts: Texts) => Promise<ReadonlyMap<Finding, Offer>>;

/**
 * `codemods` gives at least those that are for any of the rules, and is asked when there is a finding to look at; `search`
 * when one of them is for it. Of several codemods for a finding, the first comes first.
 */
export function codemodOffers(
  codemods: (ruleIds: ReadonlySet<string>) => Promise<readonly Codemod[]>,
  search: () => Promise<CodeSearch>,
): CodemodOffers {
  return async (open, texts) => {
    const offers = new Map<Finding, Offer>();
    if (open.length === 0) return offers;
    const known = await codemods(new Set(open.map(({ finding }) => finding.ruleId)));
    for (const [path, own] of Map.groupBy(open, ({ finding }) => finding.path)) {
      const language = codeLanguageOf(path);
      const text = texts.get(path)?.text;
      const wanted = own.flatMap((one) => {
        const fitting = known.filter(
          (codemod) => isFor(codemod, one.finding) && codemod.languages.some((l) => l === language),
        );
        return fitting.length > 0 ? [{ one, fitting }] : [];
      });
      if (wanted.length === 0 || language === undefined || text === undefined) continue;
      const code = await (await search()).open(text, language);
      if ("unreadable" in code) {
        for (const { one, fitting } of wanted) offers.set(one.finding, none(fitting, code.unreadable));
        continue;
      }
      try {
        for (const { one, fitting } of wanted)
          offers.set(one.finding, offerFor(one.now, fitting, code, new LineIndex(text, lineEndsOf(one.finding))));
      } finally {
        code.close();
      }
    }
    return offers;
  };
}

function offerFor(finding: Finding, codemods: readonly Codemod[], code: OpenedCode, index: LineIndex): Offer {
  const fixes: Fix[] = [];
  let why: string | undefined;
  const place = spanOf(finding, index);
  for (const codemod of codemods) {
    const made = fixBy(codemod, finding.path, place, code, index.text);
    if ("why" in made) why ??= whyNot(codemod, made.why);
    else fixes.push(made);
  }
  return { fixes, ...(why !== undefined && { why }) };
}

function fixBy(
  codemod: Codemod,
  path: string,
  place: Span | undefined,
  code: OpenedCode,
  text: string,
): Fix | { readonly why: string } {
  if (!place) return { why: "the file has no such place" };
  const pieces = piecesOf(codemod.template, codemod.transformed);
  const matches = code.matches(codemod.search, variablesOf(pieces), place);
  if ("unreadable" in matches) return { why: matches.unreadable };
  const chosen = chooseMatch<CodeMatch>(matches, place);
  if (!chosen) return { why: "it fits nothing here" };
  if ("several" in chosen) return { why: `it fits ${chosen.several} places here, and which is meant is not clear` };
  const { match } = chosen;
  if (match.isBroken) return { why: "there is a syntax error in what it fits" };
  const expanded = expand(pieces, match, text);
  if ("refused" in expanded) return { why: expanded.refused };
  return {
    applicability: codemod.isSafe ? "safe" : "unsafe",
    message: codemod.message,
    edits: [{ path, start: match.start, end: match.end, text: expanded.text }],
    codemod: codemod.name,
  };
}

/** Where a finding stands, as offsets; undefined if it is not in this text. */
function spanOf({ startLine, startColumn, endLine, endColumn }: Finding, index: LineIndex): Span | undefined {
  const start = index.offset({ line: startLine, column: startColumn });
  const end = index.offset({ line: endLine, column: endColumn });
  return start === undefined ? undefined : { start, end: Math.max(start, end ?? start) };
}

/** ESLint counts U+2028 and U+2029 as line ends. */
function lineEndsOf({ tool }: Finding): LineEnds {
  return tool === "eslint" ? "javascript" : "universal";
}

function none([first]: readonly Codemod[], why: string): Offer {
  return { fixes: [], ...(first && { why: whyNot(first, why) }) };
}

function whyNot({ name }: Codemod, why: string): string {
  return `the codemod ${name.id} was left aside: ${why}`;
}
