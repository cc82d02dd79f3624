import type { Strategy } from "../../src/domain/outcome.ts";
import type { ModelRequest } from "../../src/ports/provider.ts";
import { type Block, type CorpusFile, KINDS, type Kind } from "./corpus.ts";
import { type DriveOptions, drive } from "./drive.ts";
import { flawedEdit, flawedReply, hostileEdit, wrongEdit } from "./qualities.ts";
import {
  asBlocks,
  asDiff,
  asJson,
  blocksAsked,
  type Quality,
  readPrompt,
  rightEdits,
  type StatedEdit,
  stated,
} from "./replies.ts";

/** What a trial came to, by kind of finding. */
export interface Count {
  readonly findings: number;
  readonly accepted: number;
  /** Accepted although the file does not hold the intended lines now. */
  readonly wrong: number;
}

export interface Trial {
  readonly strategy: Strategy;
  readonly requests: number;
  readonly findings: number;
  readonly byKind: ReadonlyMap<Kind, Count>;
  readonly byQuality: ReadonlyMap<Quality, Count>;
  readonly unlocated: number;
  /** Accepted patches that are not what was intended, as text. */
  readonly suspicious: readonly string[];
  /** Findings that were to be closed and are not, with the reason. */
  readonly missed: readonly string[];
  readonly wallMs: number;
}

/** Runs a corpus with a model whose answer to each block is of the quality that `qualityOf` says. */
export async function tryOut(
  files: readonly CorpusFile[],
  qualityOf: (block: Block, at: number) => Quality,
  options: DriveOptions & { readonly strategy: Strategy },
): Promise<Trial> {
  const blocks = files.flatMap((file) => file.blocks);
  const qualities = new Map(blocks.map((block, at) => [block, qualityOf(block, at)]));
  const places = new Map(blocks.map((block, at) => [block, at]));
  const byPath = new Map(files.map((file) => [file.path, file]));
  let unlocated = 0;
  const answer = (request: ModelRequest): string => {
    const asked = readPrompt(request);
    const file = byPath.get(asked.path);
    if (!file) return "I do not know that file.";
    const wanted = blocksAsked(asked, file);
    unlocated += asked.findings.length - [...wanted.values()].flat().length;
    const edits: StatedEdit[] = [];
    let flaw: number | undefined;
    for (const [block, finding] of wanted) {
      const at = places.get(block) ?? 0;
      const right = rightEdits(block, finding, asked);
      const [first, ...rest] = right;
      const quality = qualities.get(block) ?? "right";
      if (!first) continue;
      if (quality === "right") edits.push(...right);
      else if (quality === "repairable") {
        flaw = at;
        edits.push(...right.map((edit) => flawedEdit(edit, at)));
      } else if (quality === "wrong")
        edits.push(wrongEdit(first, at), ...rest.filter((edit) => edit.finding.length === 0));
      else {
        const hostile = hostileEdit(first, block, at);
        if (typeof hostile !== "string") edits.push(hostile);
        else if (wanted.size === 1) return hostile;
      }
    }
    const { task } = request.key;
    if (task === "repair.v1")
      return asDiff(stated(edits), asked).replace(/^@@ -(\d+),(\d+)/gm, (head, line, count) =>
        flaw === undefined ? head : `@@ -${line},${Number(count) + 3}`,
      );
    if (flaw === undefined) return asJson(stated(edits), task);
    const plain = stated(edits);
    return flaw % 5 === 4 && new Set(plain.map(({ path }) => path)).size === 1
      ? asBlocks(plain)
      : flawedReply(asJson(plain, task), flaw);
  };
  const started = performance.now();
  const { result, requests } = await drive(files, answer, options);
  const wallMs = performance.now() - started;

  const after = new Map(result.changes.map(({ path, after: text }) => [path, text ?? ""]));
  const byKind = new Map<Kind, Count>(KINDS.map((kind) => [kind, { findings: 0, accepted: 0, wrong: 0 }]));
  const byQuality = new Map<Quality, Count>();
  const suspicious: string[] = [];
  const missed: string[] = [];
  for (const { finding, outcome } of result.findings) {
    const file = byPath.get(finding.path);
    const block = file && blockAt(file, finding.ruleId, finding.startLine);
    if (!block) throw new Error(`no block for ${finding.path}:${finding.startLine} ${finding.ruleId}`);
    const quality = qualities.get(block) ?? "right";
    const accepted = outcome.kind === "accepted";
    const wrong = accepted && !asIntended(file, after.get(file.path) ?? file.text);
    if (wrong)
      suspicious.push(
        `${quality} ${finding.path}:${finding.startLine} ${finding.ruleId}\n${patchOf(outcome.patchId, result)}`,
      );
    if (!accepted && (quality === "right" || quality === "repairable"))
      missed.push(
        `${quality} ${places.get(block)} ${finding.path}:${finding.startLine} ${finding.ruleId} ${outcome.kind}: ${"reason" in outcome ? outcome.reason.slice(0, 300) : ""}`,
      );
    for (const [counts, key] of [
      [byKind, block.kind],
      [byQuality, quality],
    ] as const)
      add(counts as Map<string, Count>, key, accepted, wrong);
  }
  return {
    strategy: options.strategy,
    requests: requests.length,
    findings: result.findings.length,
    byKind,
    byQuality,
    unlocated,
    suspicious,
    missed,
    wallMs,
  };
}

/** Whether a file's text is the one it was with some of the intended changes made, and nothing else. */
function asIntended({ text, blocks }: CorpusFile, after: string): boolean {
  const hunks = new Set(blocks.flatMap((block) => [...block.hunks, ...(block.needs ? [block.needs] : [])]));
  let expected = text;
  for (const { before, after: lines } of hunks) {
    const made = lines.join("\n");
    if (!after.includes(made)) continue;
    expected = before.length === 0 ? `${made}\n` : expected.replace(before.join("\n"), () => made);
  }
  return after.trimEnd() === expected.trimEnd();
}

function add(counts: Map<string, Count>, key: string, accepted: boolean, wrong: boolean): void {
  const { findings, accepted: before, wrong: bad } = counts.get(key) ?? { findings: 0, accepted: 0, wrong: 0 };
  counts.set(key, { findings: findings + 1, accepted: before + (accepted ? 1 : 0), wrong: bad + (wrong ? 1 : 0) });
}

/** The block that a finding of the unchanged file belongs to. */
function blockAt({ blocks, text }: CorpusFile, rule: string, line: number): Block | undefined {
  const lines = text.split("\n");
  return blocks.find(
    (block) =>
      block.rules.includes(rule) &&
      block.hunks.some(({ before }) => {
        if (before.length === 0) return line === 1;
        const at = lines.findIndex((_, from) => before.every((one, offset) => lines[from + offset] === one));
        return at !== -1 && at < line && line <= at + before.length;
      }),
  );
}

function patchOf(id: string, { patches }: Awaited<ReturnType<typeof drive>>["result"]): string {
  const patch = patches.find(({ candidate }) => candidate.id === id);
  return Buffer.from(patch?.diff ?? [])
    .toString("utf8")
    .slice(0, 1500);
}
