import type { CheckName, CheckResult } from "../domain/check.ts";
import type { Finding } from "../domain/finding.ts";
import type { Candidate, FileChange } from "../domain/outcome.ts";
import { arrangeEdits } from "../patch/apply.ts";
import { diffFromEdits, diffTexts, encodeDiffs, type FileDiff } from "../patch/diff.ts";
import { editsBetween } from "../patch/edits.ts";
import { changedLines } from "../patch/line-blocks.ts";
import type { Analyzer, AnalyzerIdentity } from "../ports/analyzer.ts";
import type { SyntaxParser } from "../ports/parser.ts";
import type { Workspace } from "../ports/workspace.ts";
import { anchored } from "./anchored.ts";
import type { Judgement } from "./check.ts";
import { checkClean, type NewFinding } from "./clean.ts";
import { type Clearance, type ClearedClaim, checkCleared } from "./cleared.ts";
import { compareSightings } from "./compare.ts";
import { type FileReport, type Ground, type ReportedSighting, reportOf } from "./ground.ts";
import { honest } from "./honest/honest.ts";
import { type Observation, observe } from "./observe.ts";
import { type ParsedFile, parseBothSides, parses } from "./parses.ts";
import { type ScopeSettings, scoped } from "./scoped.ts";

/** What the ladder works with. */
export interface LadderTools {
  readonly workspace: Workspace;
  readonly analyzers: readonly Analyzer[];
  /** By analyzer name, for the evidence. */
  readonly identities: ReadonlyMap<string, AnalyzerIdentity>;
  readonly parsers: readonly SyntaxParser[];
  readonly scope: ScopeSettings;
  /** Checks that must pass; others are tried, and what they do not show is noted. */
  readonly require: ReadonlySet<CheckName>;
  readonly now: () => number;
  readonly signal?: AbortSignal;
}

/** How far a candidate climbed. */
export interface Climbed {
  readonly candidate: Candidate;
  readonly diff: Uint8Array;
  readonly checks: readonly CheckResult[];
  /** The first required check that failed. */
  readonly failed?: CheckResult;
  /** Checks that are not required and did not pass. */
  readonly unproved: readonly CheckName[];
  /** The findings it claims that are really gone. */
  readonly cleared: readonly Finding[];
  /** Everything that its files' analyzers no longer report. */
  readonly gone: ReadonlySet<ReportedSighting>;
  /** Everything that they report for the first time. */
  readonly added: readonly NewFinding[];
  /** With `detail: "fixes"`: what the analyzers say of each patched file, and where each finding that is left stands now. */
  readonly afterwards?: Afterwards;
}

/** The patched texts as the analyzers see them. */
export interface Afterwards {
  readonly reports: ReadonlyMap<string, ReadonlyMap<string, FileReport>>;
  readonly kept: ReadonlyMap<ReportedSighting, ReportedSighting>;
}

/** Candidates on their way up, in batches: one `git apply` and few analyzer processes serve hundreds of them. */
const BATCH = 128;
/** While git and the analyzers work on one batch, the other is written or compared. */
const BATCHES_AT_ONCE = 3;

/**
 * Rungs 0 to 6 for each candidate on its own, against the same ground. A candidate that fails a required rung climbs no
 * further. `detail: "fixes"` makes analyzers report the fixes of what the patched texts still hold.
 */
export async function climb(
  candidates: readonly Candidate[],
  ground: Ground,
  tools: LadderTools,
  detail: "sightings" | "fixes" = "sightings",
): Promise<Climbed[]> {
  const batches = batchesOf(candidates);
  const climbed = new Map<Candidate, Climbed>();
  let next = 0;
  const climbOn = async (): Promise<void> => {
    for (let batch = batches[next++]; batch; batch = batches[next++]) {
      tools.signal?.throwIfAborted();
      for (const one of await climbBatch(batch, ground, tools, detail)) climbed.set(one.candidate, one);
    }
  };
  const ended = await Promise.allSettled(
    Array.from({ length: BATCHES_AT_ONCE }, () =>
      climbOn().catch((error: unknown) => {
        next = batches.length;
        throw error;
      }),
    ),
  );
  for (const one of ended) if (one.status === "rejected") throw one.reason;
  return candidates.map((candidate) => climbed.get(candidate)).filter((one) => one !== undefined);
}

/** Batches with few candidates of many files each: texts of one file need a folder each, those of many share one. */
function batchesOf(candidates: readonly Candidate[]): Candidate[][] {
  const turns = new Map<string, number>();
  const inTurn = [...candidates.entries()].map(([at, candidate]) => {
    const path = candidate.edits[0]?.path ?? candidate.changes[0]?.path ?? "";
    const turn = turns.get(path) ?? 0;
    turns.set(path, turn + 1);
    return { at, candidate, turn };
  });
  inTurn.sort((a, b) => a.turn - b.turn);
  const batches: Candidate[][] = [];
  for (let from = 0; from < inTurn.length; from += BATCH) {
    // What is known of a file's text serves its next candidate too.
    const batch = inTurn.slice(from, from + BATCH).sort((a, b) => a.at - b.at);
    batches.push(batch.map(({ candidate }) => candidate));
  }
  return batches;
}

async function climbBatch(
  candidates: readonly Candidate[],
  ground: Ground,
  tools: LadderTools,
  detail: "sightings" | "fixes",
): Promise<Climbed[]> {
  const climbers = candidates.map((candidate) => new Climber(candidate, ground, tools));
  const climbing = (): Climber[] => climbers.filter((climber) => !climber.failed);

  for (const climber of climbing()) climber.check("anchored", () => anchored(climber.changes, ground.texts));
  const started = tools.now();
  const variants = climbing().map((climber) => ({
    id: climber.candidate.id,
    changes: climber.changes,
    diff: climber.diff,
  }));
  const observations = await observe(variants, tools, detail, tools.signal);
  const share = (tools.now() - started) / Math.max(1, variants.length);
  for (const climber of climbing()) {
    const words = observations.refused.get(climber.candidate.id);
    climber.check("applies", () => applies(words));
    climber.check("scoped", () => scoped(climber.examined, tools.scope));
    if (climber.failed) continue;
    const seen = observations.of.get(climber.candidate.id) ?? new Map();
    const parsed = await parsedFiles(climber.changes, seen, ground, tools);
    climber.compare(seen);
    climber.check("parses", () => parses(parsed));
    climber.check("cleared", () => checkCleared(climber.claims), share);
    climber.check("clean", () =>
      checkClean(
        climber.added,
        [...seen.keys()].map((name) => tools.identities.get(name)).map(named),
        climber.candidate.findings.map((finding) => finding.ruleId),
      ),
    );
    climber.check("honest", () => honest(climber.examined));
  }
  return climbers.map((climber) => climber.result(detail === "fixes"));
}

function named(identity: AnalyzerIdentity | undefined): string {
  return identity ? `${identity.tool} ${identity.version} (${identity.flavour})` : "analyzer";
}

function applies(refusal: string | undefined): Judgement {
  return refusal === undefined
    ? { status: "pass", detail: "git apply made exactly the intended bytes", evidence: { command: "git apply" } }
    : { status: "fail", code: "APPLY_GIT_REFUSED", detail: `git apply refused the diff: ${refusal}` };
}

/** Syntax errors before and after: from an analyzer that parsed both texts anyway, else from the language's parser. */
async function parsedFiles(
  changes: readonly FileChange[],
  seen: Observation,
  ground: Ground,
  tools: LadderTools,
): Promise<ParsedFile[]> {
  const parsed: ParsedFile[] = [];
  for (const change of changes) {
    if (change.after === null) continue;
    const teller = [...seen].find(
      ([name, said]) =>
        said.syntaxErrors !== undefined &&
        change.before !== null &&
        ground.reports.get(change.path)?.get(name)?.syntaxErrors,
    );
    if (!teller) parsed.push(...(await parseBothSides([change], tools.parsers)));
    else {
      const [name, said] = teller;
      const before = ground.reports.get(change.path)?.get(name)?.syntaxErrors ?? [];
      parsed.push({
        path: change.path,
        parser: named(tools.identities.get(name)),
        before,
        after: said.syntaxErrors ?? [],
      });
    }
  }
  return parsed;
}

/** One candidate on the ladder. */
class Climber {
  readonly candidate: Candidate;
  readonly changes: readonly FileChange[];
  readonly diff: Uint8Array;
  failed: CheckResult | undefined;
  added: readonly NewFinding[] = [];
  claims: readonly ClearedClaim[] = [];
  readonly #ground: Ground;
  readonly #tools: LadderTools;
  readonly #checks: CheckResult[] = [];
  readonly #gone = new Set<ReportedSighting>();
  readonly #kept = new Map<ReportedSighting, ReportedSighting>();
  readonly #reports = new Map<string, Map<string, FileReport>>();

  constructor(candidate: Candidate, ground: Ground, tools: LadderTools) {
    this.candidate = candidate;
    this.#ground = ground;
    this.#tools = tools;
    this.changes = candidate.changes;
    this.diff = encodeDiffs(this.changes.map((change) => this.#diffOf(change)).filter((diff) => diff !== undefined));
  }

  get examined(): { changes: readonly FileChange[]; findings: readonly Finding[]; source: Candidate["source"] } {
    return { changes: this.changes, findings: this.candidate.findings, source: this.candidate.source };
  }

  /** Records one rung, unless a required one failed below it. `ms` is added to what the check itself takes. */
  check(name: CheckName, judge: () => Judgement, ms = 0): void {
    if (this.failed) return;
    const started = this.#tools.now();
    const judgement = judge();
    const result: CheckResult = { name, ms: ms + this.#tools.now() - started, ...judgement };
    this.#checks.push(result);
    if (result.status === "fail" && this.#tools.require.has(name)) this.failed = result;
  }

  /** Holds what the analyzers say now against what they said of the ground. */
  compare(seen: Observation): void {
    const added: NewFinding[] = [];
    // Only a tool's own fix is trusted to be for what it says it is for.
    const meant = new Set(
      this.candidate.source === "native"
        ? this.candidate.findings.map((finding) => this.#ground.seen.get(finding)?.sighting)
        : [],
    );
    for (const change of this.changes) {
      const index = this.#ground.indexOf(change.path, "universal");
      const edits = this.#editsOf(change);
      const blocks = change.before === null ? [] : changedLines(index, edits);
      const touched = ({ reported: { region }, startLine, startColumn, endLine }: ReportedSighting): boolean => {
        const from = index.offset({ line: startLine, column: startColumn });
        const to = index.offset({ line: endLine, column: region?.endColumn ?? startColumn + 1 });
        return from !== undefined && edits.some(({ start, end }) => start <= (to ?? from) && from <= end);
      };
      for (const [analyzer, said] of seen) {
        const before = this.#ground.reports.get(change.path)?.get(analyzer)?.sightings ?? [];
        const report = reportOf(said, change.path, change.after ?? "");
        const changes = compareSightings(before, report.sightings, blocks, touched, (one) => meant.has(one));
        for (const sighting of changes.gone) this.#gone.add(sighting);
        for (const pair of changes.kept) this.#kept.set(pair.before, pair.after);
        getOrInsert(this.#reports, change.path).set(analyzer, report);
        // A copy, so that what is kept of a refused patch does not hold on to its whole text.
        added.push(
          ...changes.added.map((sighting) => ({
            analyzer,
            path: change.path,
            sighting: { ...sighting, code: sighting.code },
          })),
        );
      }
    }
    this.added = added;
    this.claims = this.candidate.findings.map((finding) => ({ finding, clearance: this.#clearanceOf(finding, seen) }));
  }

  result(withReports: boolean): Climbed {
    const { candidate, diff, failed, added } = this;
    const cleared = this.claims
      .filter(({ clearance }) => clearance.kind !== "still-there" && clearance.kind !== "not-reproduced")
      .map(({ finding }) => finding);
    const unproved = this.#checks
      .filter(({ status, name }) => status === "fail" && !this.#tools.require.has(name))
      .map(({ name }) => name);
    return {
      candidate,
      diff,
      checks: this.#checks,
      ...(failed && { failed }),
      unproved,
      cleared,
      gone: this.#gone,
      added,
      ...(withReports && { afterwards: { reports: this.#reports, kept: this.#kept } }),
    };
  }

  #clearanceOf(finding: Finding, seen: Observation): Clearance {
    if (this.changes.some((change) => change.path === finding.path && change.after === null))
      return { kind: "file-removed" };
    const where = this.#ground.seen.get(finding);
    if (!where || !seen.has(where.analyzer)) return { kind: "no-analyzer" };
    const by = named(this.#tools.identities.get(where.analyzer));
    if (!where.sighting) return { kind: "not-reproduced", by };
    if (this.#gone.has(where.sighting)) return { kind: "gone", by };
    return { kind: "still-there", by, line: where.sighting.startLine, message: where.sighting.message };
  }

  #editsOf(change: FileChange): readonly { start: number; end: number; text: string }[] {
    const own = this.candidate.edits.filter((edit) => edit.path === change.path);
    const before = change.before ?? "";
    const arranged = arrangeEdits(own.length > 0 ? own : editsBetween(before, change.after ?? ""), before.length);
    return arranged.ok ? arranged.edits : [];
  }

  #diffOf(change: FileChange): FileDiff | undefined {
    if (change.before === null || change.after === null) return diffTexts(change);
    return diffFromEdits(change.path, change.before, this.#editsOf(change), {
      encoding: change.encoding,
      index: this.#ground.indexOf(change.path, "git"),
    });
  }
}

function getOrInsert<K, L, V>(map: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const inner = map.get(key) ?? new Map<L, V>();
  map.set(key, inner);
  return inner;
}
