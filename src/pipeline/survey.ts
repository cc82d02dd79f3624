import type { Finding } from "../domain/finding.ts";
import type { FileChange } from "../domain/outcome.ts";
import type { SourceText } from "../domain/text.ts";
import type { OpenFinding } from "../fix/open-finding.ts";
import type { Plan } from "../plan/plan.ts";
import { fileReports, groundOf, type ReportedSighting, type Seen } from "../verify/ground.ts";
import { observe } from "../verify/observe.ts";
import type { Locate, Repair, RepairTools } from "./repair.ts";

/** The files that a plan works on, and those that only a fix of theirs changes too, as they are on disk. */
export async function readTexts(plan: Plan, { ladder }: RepairTools): Promise<Map<string, SourceText>> {
  const texts = new Map<string, SourceText>();
  const alsoChanged = [...plan.routes.keys()].flatMap(({ fixes }) =>
    fixes.flatMap(({ edits }) => edits.map(({ path }) => path)),
  );
  for (const path of new Set([...plan.paths, ...alsoChanged])) {
    const source = await ladder.workspace.read(path);
    if (source) texts.set(path, source);
  }
  return texts;
}

/** A repair of which nothing is done yet. */
export function beginRepair(texts: ReadonlyMap<string, SourceText>, reports: Repair["ground"]["reports"]): Repair {
  return {
    originals: texts,
    ground: groundOf(texts, reports, new Map()),
    open: new Map(),
    accepted: [],
    closed: new Map(),
    patchesOf: new Map(),
    notices: [],
  };
}

/** The ground before the first round: every text is analyzed once, and every finding is looked for in the result. */
export async function survey(
  findings: Iterable<Finding>,
  texts: ReadonlyMap<string, SourceText>,
  tools: RepairTools,
): Promise<Repair> {
  const changes = [...texts].map(
    ([path, { text, encoding }]): FileChange => ({ path, before: text, after: text, encoding }),
  );
  const variant = { id: "ground", changes, diff: new Uint8Array() };
  const { of } = await observe(changes.length > 0 ? [variant] : [], tools.ladder, "fixes", tools.ladder.signal);
  const reports = fileReports(of.get("ground") ?? new Map(), texts);
  const repair = beginRepair(texts, reports);
  const seen = new Map<Finding, Seen>();
  const taken = new Set<ReportedSighting>();
  for (const finding of findings) {
    const where = lookFor(finding, repair, tools, taken);
    if (where) seen.set(finding, where);
    repair.open.set(finding, openAt(finding, where, texts.get(finding.path), tools.locate));
  }
  repair.ground = groundOf(texts, reports, seen);
  return repair;
}

/** Where an analyzer that can be run here sees the finding; undefined if there is none for its tool. */
function lookFor(finding: Finding, repair: Repair, tools: RepairTools, taken: Set<ReportedSighting>): Seen | undefined {
  const reports = repair.ground.reports.get(finding.path);
  const analyzer = tools.ladder.analyzers.find(
    ({ name }) => name === finding.tool || tools.ladder.identities.get(name)?.tool === finding.tool,
  );
  if (!analyzer || !reports?.has(analyzer.name)) return undefined;
  const same = (reports.get(analyzer.name)?.sightings ?? []).filter(
    (one) => one.ruleId === finding.ruleId && !taken.has(one),
  );
  const onLine = same.filter((one) => one.startLine === finding.startLine);
  const source = repair.ground.texts.get(finding.path);
  const sighting =
    onLine.find(
      (one) =>
        onLine.length === 1 ||
        (source &&
          tools.locate(one.reported, analyzer.name, finding.path, source)?.startColumn === finding.startColumn &&
          one.message === finding.message),
    ) ??
    onLine.find((one) => one.message === finding.message) ??
    same.find((one) => one.message === finding.message);
  if (sighting) taken.add(sighting);
  return { analyzer: analyzer.name, sighting };
}

/** The fixes that the analyzer offers here and now; those of the report where it offers none. */
function openAt(
  finding: Finding,
  where: Seen | undefined,
  source: SourceText | undefined,
  locate: Locate,
): OpenFinding {
  const located = where?.sighting && source && locate(where.sighting.reported, where.analyzer, finding.path, source);
  const fixes = located && located.fixes.length > 0 ? located.fixes : finding.fixes;
  return { finding, now: { ...finding, ...located, fixes }, tried: new Set() };
}
