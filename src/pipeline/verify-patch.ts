import type { CheckResult } from "../domain/check.ts";
import type { Finding } from "../domain/finding.ts";
import type { FileChange } from "../domain/outcome.ts";
import type { SourceText } from "../domain/text.ts";
import { assignIds } from "../findings/fingerprint.ts";
import { textCandidate } from "../fix/candidate.ts";
import { editsBetween } from "../patch/edits.ts";
import { type Climbed, climb } from "../verify/ladder.ts";
import { tests } from "../verify/tests.ts";
import type { RepairTools } from "./repair.ts";
import { survey } from "./survey.ts";
import { refuseUnusable, type TestCommand } from "./test-rung.ts";

/**
 * Climbs the ladder with a change from anywhere. `claimed`: the findings that it is meant to close; if undefined, every
 * finding that the analyzers report in its files, of which at least one must be gone.
 */
export async function verifyPatch(
  changes: readonly FileChange[],
  claimed: readonly Finding[] | undefined,
  tools: RepairTools & { readonly tests?: TestCommand },
): Promise<Climbed> {
  const texts = new Map<string, SourceText>();
  for (const { path, before, encoding } of changes) if (before !== null) texts.set(path, { text: before, encoding });
  const first = await survey(claimed ?? [], texts, tools);
  const findings = claimed ?? everythingReported(first.ground, tools);
  const { ground } = claimed ? first : await survey(findings, texts, tools);
  const edits = changes.flatMap(({ path, before, after }) =>
    before === null || after === null ? [] : editsBetween(before, after).map((edit) => ({ ...edit, path })),
  );
  const candidate = textCandidate({ source: "model", findings, summary: "a patch from outside" }, changes, edits);
  const [climbed] = await climb([candidate], ground, tools.ladder);
  if (!climbed) throw new Error("the ladder gave no answer for its only candidate");
  return climbed.failed || !tools.tests ? climbed : withTests(climbed, changes, tools.tests, tools.ladder.now);
}

async function withTests(
  climbed: Climbed,
  changes: readonly FileChange[],
  command: TestCommand,
  now: () => number,
): Promise<Climbed> {
  const started = now();
  const completed = await command.run(changes);
  const baseline = completed.exitCode === 0 ? undefined : await command.run([]);
  if (baseline) refuseUnusable(command, baseline);
  const check: CheckResult = { name: "tests", ms: now() - started, ...tests(command.words, completed, baseline) };
  return { ...climbed, checks: [...climbed.checks, check], ...(check.status === "fail" && { failed: check }) };
}

/** All that the analyzers see in the texts, as findings. */
function everythingReported(ground: Awaited<ReturnType<typeof survey>>["ground"], tools: RepairTools): Finding[] {
  const drafts = [...ground.reports].flatMap(([path, reports]) =>
    [...reports].flatMap(([analyzer, { sightings }]) => {
      const source = ground.texts.get(path);
      return sightings.flatMap(({ reported }) => {
        const located = source && tools.locate(reported, analyzer, path, source);
        const tool = tools.ladder.identities.get(analyzer)?.tool ?? analyzer;
        return located
          ? [
              {
                ...located,
                tool,
                ruleId: reported.ruleId,
                path,
                severity: reported.severity,
                message: reported.message,
                witnesses: [],
                text: source.text,
              },
            ]
          : [];
      });
    }),
  );
  const ids = assignIds(drafts);
  return drafts.map(({ text: _, ...draft }, at) => ({ id: ids[at] ?? "", ...draft }));
}
