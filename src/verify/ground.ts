import type { Finding, ReportedFinding } from "../domain/finding.ts";
import type { Sighting } from "../domain/sighting.ts";
import type { SourceText } from "../domain/text.ts";
import { LineIndex } from "../patch/lines.ts";
import type { VariantReport } from "../ports/analyzer.ts";
import type { Observation } from "./observe.ts";

/** A sighting with the record that the analyzer gave. */
export interface ReportedSighting extends Sighting {
  readonly reported: ReportedFinding;
}

/** What one analyzer says of one file. */
export interface FileReport {
  /** Sorted by line and column. */
  readonly sightings: readonly ReportedSighting[];
  /** As `line:column message`; undefined if the analyzer does not tell syntax errors. */
  readonly syntaxErrors: readonly string[] | undefined;
}

/** Where an open finding is seen in the texts as they stand. */
export interface Seen {
  readonly analyzer: string;
  /** Undefined if the analyzer looked at the file and did not report it. */
  readonly sighting: ReportedSighting | undefined;
}

/** What stands before a round of fixing: the texts, what every analyzer says of them, and where the open findings are seen. */
export interface Ground {
  readonly texts: ReadonlyMap<string, SourceText>;
  /** By path, then by analyzer. */
  readonly reports: ReadonlyMap<string, ReadonlyMap<string, FileReport>>;
  readonly seen: ReadonlyMap<Finding, Seen>;
  /** Lines as tools count them and as git does, by path; built when first asked for. */
  indexOf(path: string, lineEnds: "universal" | "git"): LineIndex;
}

/** The ground made of texts and what was observed of them. */
export function groundOf(texts: Ground["texts"], reports: Ground["reports"], seen: Ground["seen"]): Ground {
  const indexes = new Map<string, LineIndex>();
  return {
    texts,
    reports,
    seen,
    indexOf(path, lineEnds) {
      const key = `${lineEnds} ${path}`;
      const index = indexes.get(key) ?? new LineIndex(texts.get(path)?.text ?? "", lineEnds);
      indexes.set(key, index);
      return index;
    },
  };
}

/** Splits what analyzers said of a set of files by file; a file that an analyzer has nothing to say of has an empty report. */
export function fileReports(observation: Observation, texts: Ground["texts"]): Map<string, Map<string, FileReport>> {
  const byPath = new Map<string, Map<string, FileReport>>();
  for (const [analyzer, said] of observation) {
    const findings = Map.groupBy(said.report.findings, (finding) => finding.uri ?? "");
    for (const [path, { text }] of texts) {
      const reports = byPath.get(path) ?? new Map<string, FileReport>();
      const own = findings.get(path) ?? [];
      reports.set(analyzer, {
        sightings: sightingsIn(text, own),
        syntaxErrors: said.syntaxErrors && syntaxErrorsOf(own, said.syntaxErrors),
      });
      byPath.set(path, reports);
    }
  }
  return byPath;
}

/** Those of a file's findings that its analyzer counts among the syntax errors, written as it writes them. */
function syntaxErrorsOf(findings: readonly ReportedFinding[], errors: readonly string[]): string[] {
  if (errors.length === 0) return [];
  return findings
    .map(({ region, message }) => `${region?.startLine ?? 1}:${region?.startColumn ?? 1} ${message}`)
    .filter((error) => errors.includes(error));
}

/** The report of one analyzer on one file; empty where it had nothing to say. */
export function reportOf(said: VariantReport | undefined, path: string, text: string): FileReport {
  const findings = said?.report.findings.filter((finding) => finding.uri === path) ?? [];
  return { sightings: sightingsIn(text, findings), syntaxErrors: said?.syntaxErrors };
}

/** Findings of one file as sightings, sorted; those that the tool itself marks as silenced are left out. */
function sightingsIn(text: string, findings: readonly ReportedFinding[]): ReportedSighting[] {
  const lines = new FlaggedLines(text);
  return findings
    .filter((finding) => finding.suppressed === undefined)
    .map((reported) => new SightingInText(reported, lines))
    .sort((a, b) => a.startLine - b.startLine || a.startColumn - b.startColumn);
}

/** What analyzers flag in one text, with white space folded. */
class FlaggedLines {
  readonly #text: string;
  #index: LineIndex | undefined;
  // Hundreds of findings may share one line, and in minified code that line is the whole file.
  readonly #known = new Map<string, string>();

  constructor(text: string) {
    this.#text = text;
  }

  /** 1-based, both inclusive. */
  between(start: number, end: number): string {
    const key = `${start} ${end}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#index ??= new LineIndex(this.#text, "universal");
    const first = Math.min(start, this.#index.lineCount);
    const last = Math.min(Math.max(end, first), this.#index.lineCount, first + 20);
    const code = this.#index.text
      .slice(this.#index.start(first), this.#index.contentEnd(last))
      .replace(/\s+/g, " ")
      .trim();
    this.#known.set(key, code);
    return code;
  }
}

/** A sighting that looks up its code only when it is asked for: most are told apart without. */
class SightingInText implements ReportedSighting {
  readonly ruleId: string;
  readonly message: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly reported: ReportedFinding;
  readonly #lines: FlaggedLines;

  constructor(reported: ReportedFinding, lines: FlaggedLines) {
    this.ruleId = reported.ruleId;
    this.message = reported.message;
    this.startLine = reported.region?.startLine ?? 1;
    this.startColumn = reported.region?.startColumn ?? 1;
    this.endLine = reported.region?.endLine ?? this.startLine;
    this.reported = reported;
    this.#lines = lines;
  }

  get code(): string {
    return this.#lines.between(this.startLine, this.endLine);
  }
}
