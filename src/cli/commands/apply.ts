import type { Command } from "commander";
import { EXIT, PatchProError } from "../../domain/errors.ts";
import type { FileChange } from "../../domain/outcome.ts";
import type { SourceText } from "../../domain/text.ts";
import { putIn } from "../../pipeline/put-in.ts";
import { withPredecessors } from "../../pipeline/reapply.ts";
import type { Workspace } from "../../ports/workspace.ts";
import { plural } from "../../report/amounts.ts";
import { oneLine } from "../../report/safe-text.ts";
import type { ReportV1 } from "../../report/schema.ts";
import { applyToTree } from "../apply-to-tree.ts";
import { type CommandContext, type CommonOptions, settle } from "../context.ts";
import { examplesText } from "../help.ts";
import { readRun } from "../stored-run.ts";
import { openTree } from "../wire.ts";

interface ApplyOptions extends CommonOptions {
  readonly run?: string;
  readonly check?: boolean;
}

/** `patchpro apply`: accepted patches of a run, into the working tree. */
export function addApply(program: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  program
    .command("apply")
    .description("apply accepted patches of a run to the working tree: all of them, or those named")
    .argument("[ids...]", "findings or patches, by id, by number (0001), or by rule (F401); all if none")
    .option("--run <run>", "a run's id or folder; the newest if left out")
    .option("--check", "say what would be changed, and change nothing")
    .addHelpText(
      "after",
      examplesText([
        { command: "patchpro apply --check", does: "tells whether the newest run's patches still fit" },
        {
          command: "patchpro apply I001 0007",
          does: "applies the patches of one rule and one more; what they need first comes along",
        },
      ]),
    )
    .action(async (ids: string[], _own: unknown, self: Command) => {
      exit(await apply(ids, self.optsWithGlobals<ApplyOptions>(), contextOf()));
    });
}

async function apply(names: readonly string[], options: ApplyOptions, context: CommandContext): Promise<number> {
  const { root } = settle(context, options);
  const { workspace, tree } = await openTree(root, context.environment);
  const { report, proofs } = await readRun(workspace.root, context.cwd, options.run);
  const wanted = names.length === 0 ? report.patches.map(({ id }) => id) : names.flatMap((name) => idsOf(name, report));
  const stored = new Map([...proofs].map(([id, { after, edits, files }]) => [id, { id, after, edits, files }]));
  const needed = withPredecessors(wanted, stored);
  const run = report.patches.flatMap(({ id }) => stored.get(id) ?? []);
  const chosen = run.filter(({ id }) => needed.has(id));
  const texts = await textsOf(
    chosen.flatMap(({ files }) => files.map(({ path }) => path)),
    workspace,
  );
  const { changes, already } = putIn(run, needed, texts);
  if (!options.check) await applyToTree(changes, tree);
  const asked = new Set(wanted);
  const along = chosen.filter(({ id }) => !asked.has(id) && !already.has(id)).length;
  await context.stdout(said({ missing: chosen.length - already.size, already: already.size, along }, changes, options));
  return EXIT.done;
}

interface Amounts {
  /** Patches that are not in the files yet. */
  readonly missing: number;
  readonly already: number;
  /** Of the missing: those that nobody named. */
  readonly along: number;
}

function said({ missing, already, along }: Amounts, changes: readonly FileChange[], { check }: ApplyOptions): string {
  if (missing === 0 && already > 0)
    return `Already applied: ${already === 1 ? "the patch is" : `all ${plural(already, "patch", "patches")} are`} in the files. Nothing was changed.\n`;
  const extra = along > 0 ? `, ${along} of them because others need them first` : "";
  const what = `${plural(missing, "patch", "patches")} in ${plural(changes.length, "file")}${extra}`;
  const besides = already > 0 ? ` ${plural(already, "patch is", "patches are")} already applied.` : "";
  return check
    ? `${what} fit the files as they are.${besides} Nothing was changed.\n`
    : `Applied ${what}.${besides}\n${changes.map(({ path }) => `  ${oneLine(path)}\n`).join("")}`;
}

async function textsOf(paths: readonly string[], workspace: Workspace): Promise<Map<string, SourceText>> {
  const texts = new Map<string, SourceText>();
  for (const path of new Set(paths)) {
    const source = await workspace.read(path);
    if (source) texts.set(path, source);
  }
  return texts;
}

/** The patches that a word on the command line means. Throws `PatchProError("usage")` if there is none. */
function idsOf(name: string, report: ReportV1): string[] {
  const byPatch = report.patches
    .filter(({ id, patch }) => id === name || patch === name || patch.startsWith(`patches/${name}-`))
    .map(({ id }) => id);
  if (byPatch.length > 0) return byPatch;
  const findings = report.findings.filter((finding) => finding.id === name || finding.ruleId === name);
  const patches = findings.flatMap(({ outcome }) => (outcome.kind === "accepted" ? [outcome.patchId] : []));
  if (patches.length > 0) return [...new Set(patches)];
  const why =
    findings.length > 0
      ? `${name} has no accepted patch in this run`
      : `${name} is no finding, patch or rule of this run`;
  throw new PatchProError("usage", why, "report.json of the run lists the findings with their outcomes.");
}
