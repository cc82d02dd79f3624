import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Command } from "commander";
import { hashesOf, sha256 } from "../../domain/digest.ts";
import { EXIT, PatchProError } from "../../domain/errors.ts";
import type { Finding } from "../../domain/finding.ts";
import type { FileChange, FileHashes } from "../../domain/outcome.ts";
import type { SourceText } from "../../domain/text.ts";
import { reapply, withPredecessors } from "../../pipeline/reapply.ts";
import { verifyPatch } from "../../pipeline/verify-patch.ts";
import { recordOf } from "../../report/json.ts";
import { renderLadder } from "../../report/ladder.ts";
import type { ProofV1 } from "../../report/proof.ts";
import { type CommandContext, type CommonOptions, settle } from "../context.ts";
import { examplesText } from "../help.ts";
import { readProofAt, readRun } from "../stored-run.ts";
import { styleOf } from "../terminal.ts";
import { changesOfDiff, readInput, readRunFile, repairTools, testCommand, type Wired, wire } from "../wire.ts";

interface VerifyOptions extends CommonOptions {
  readonly json?: boolean;
}

/** What is to be verified: a change, and the findings that it says it closes. */
interface Claim {
  readonly changes: readonly FileChange[];
  readonly findings: readonly Finding[] | undefined;
}

/** `patchpro verify`: climb the ladder with a patch from anywhere, or replay a proof. */
export function addVerify(program: Command, contextOf: () => CommandContext, exit: (code: number) => void): void {
  program
    .command("verify")
    .description("climb the ladder with a patch from anywhere, or replay a proof")
    .argument("<file>", "a diff, or a proof of a run (JSON); - for a diff on standard input")
    .option("--json", "print the checks as data")
    .addHelpText(
      "after",
      examplesText([
        {
          command: "patchpro verify .patchpro/runs/ID/proofs/0001-F401-src-app.py.json",
          does: "does again what a proof says was done",
        },
        {
          command: "git diff | patchpro verify -",
          does: "asks whether a change of your own closes findings, and brings in none (on a tree without it)",
        },
      ]),
    )
    .action(async (file: string, _own: unknown, self: Command) => {
      exit(await verify(file, self.optsWithGlobals<VerifyOptions>(), contextOf()));
    });
}

async function verify(file: string, options: VerifyOptions, context: CommandContext): Promise<number> {
  const { root, config } = settle(context, options);
  const wired = await wire(root, config, context.environment);
  try {
    const { changes, findings } = await claimOf(file, wired, context);
    if (changes.length === 0)
      throw new PatchProError("input", `${file} changes nothing`, "Give a diff with at least one hunk.");
    const tools = { ...(await repairTools(wired, config, context.signal)), ...testCommand(wired, config, context) };
    const climbed = await verifyPatch(changes, findings, tools);
    const { columns, unicode, colour } = styleOf(process.stdout, context.environment, process.platform);
    const checks = climbed.checks.map((check) => recordOf(check, true));
    await context.stdout(
      options.json
        ? `${JSON.stringify({ version: 1, proved: !climbed.failed, checks }, null, 2)}\n`
        : renderLadder(climbed.checks, climbed.failed, { columns, unicode, colour }),
    );
    return climbed.failed ? EXIT.findingsLeft : EXIT.done;
  } finally {
    await wired.close();
  }
}

async function claimOf(file: string, wired: Wired, context: CommandContext): Promise<Claim> {
  if (file.endsWith(".json")) return replay(path.resolve(context.cwd, file), wired, context.cwd);
  const [input] = await readInput(file, context.cwd, [".diff", ".patch"]);
  if (!input) throw new PatchProError("input", `${file} holds no diff`, "Name one diff.");
  return { changes: await changesOfDiff(input.bytes, input.source, wired), findings: undefined };
}

/**
 * The change of a proof, on top of the patches that it needs first. Throws `PatchProError("input")` if the diff is not the
 * one that was proved, or does something else.
 */
async function replay(file: string, wired: Wired, cwd: string): Promise<Claim> {
  const { workspace } = wired;
  const proof = await readProofAt(file);
  const runFolder = path.dirname(path.dirname(file));
  const diff = await readRunFile(runFolder, proof.patch);
  if (!diff || sha256(diff) !== proof.patchSha256)
    throw new PatchProError(
      "input",
      `${proof.patch} is ${diff ? "not the diff that was proved" : "not there"}`,
      "Keep the run's folder whole and unchanged; verify the diff itself to climb the ladder with it.",
    );
  const texts = new Map<string, SourceText>();
  const others =
    proof.after.length === 0
      ? new Map([[proof.patchId, proof]])
      : (await readRun(workspace.root, cwd, runFolder)).proofs;
  const stored = new Map(
    [...others].map(([id, one]) => [id, { id, after: one.after, edits: one.edits, files: one.files }]),
  );
  const needed = withPredecessors([proof.patchId], stored);
  for (const id of needed)
    for (const { path: name } of stored.get(id)?.files ?? [])
      if (!texts.has(name)) await load(name, workspace.read, texts);
  const before = reapply(
    [...stored.values()].filter(({ id }) => needed.has(id) && id !== proof.patchId),
    texts,
  );
  const ground = new Map([...texts, ...before]);
  const own = stored.get(proof.patchId);
  const after = own ? reapply([{ ...own, after: [] }], ground) : new Map<string, SourceText>();
  const changes = [...after].map(
    ([name, { text, encoding }]): FileChange => ({
      path: name,
      before: ground.get(name)?.text ?? null,
      after: text,
      encoding,
    }),
  );
  const ofDiff = await changesOfDiff(diff, proof.patch, wired, async (name) => ground.get(name));
  if (!isDeepStrictEqual(inOrder(ofDiff), inOrder(changes)))
    throw new PatchProError(
      "input",
      `${proof.patch} does not do what its proof says`,
      "Somebody wrote into the run's folder: run patchpro again, or verify the diff itself.",
    );
  return { changes, findings: proof.findings.map(findingOf) };
}

function inOrder(changes: readonly FileChange[]): FileHashes[] {
  return changes.map(hashesOf).sort((one, other) => (one.path < other.path ? -1 : 1));
}

async function load(name: string, read: Wired["workspace"]["read"], texts: Map<string, SourceText>): Promise<void> {
  const source = await read(name);
  if (source) texts.set(name, source);
}

function findingOf(finding: ProofV1["findings"][number]): Finding {
  return { ...finding, fixes: [], witnesses: [] };
}
