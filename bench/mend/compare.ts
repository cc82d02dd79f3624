/**
 * Ours and others on the same corrupted unified diffs: right, refused, wrong.
 *
 * Run: node bench/mend/compare.ts [cases, 0 for all; default 800]
 * The others get the reply with fences, tags and prose around it taken off, since none of them reads a reply.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { applyPatch, parsePatch } from "diff";
import { mend } from "../../src/patch/mend/mend.ts";
import { type CorpusCase, corpus } from "../../test/mend/corpus.ts";

/** The text that a tool makes of a case; undefined if it refuses. */
type Tool = (each: CorpusCase) => string | undefined;

const scratch = mkdtempSync(join(tmpdir(), "patchpro-mend-"));

/** The diff alone: inside the first fence or tag, from the first header on. */
function extracted(reply: string): string {
  const text = reply.replace(/\r\n/g, "\n");
  const fenced = /^(`{3,}|~{3,})[^\n]*\n([\s\S]*?)\n?\1\s*$/m.exec(text)?.[2] ?? text;
  const tagged = /<patch>\n?([\s\S]*?)<\/patch>/.exec(fenced)?.[1] ?? fenced;
  const start = /^(?:diff --git|--- |-- |\+\+\+ |Index: |@@)/m.exec(tagged)?.index ?? 0;
  return `${tagged.slice(start).trimEnd()}\n`;
}

/** Runs a program on the case's file and reads the file again; undefined if it fails. */
const program =
  (command: string, args: readonly string[]): Tool =>
  (each) => {
    const root = mkdtempSync(join(scratch, "case-"));
    const file = join(root, each.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, each.before);
    try {
      execFileSync(command, args, {
        cwd: root,
        input: extracted(each.reply),
        stdio: ["pipe", "ignore", "ignore"],
        timeout: 10_000,
      });
      return readFileSync(file, "utf8");
    } catch {
      return undefined;
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  };

const jsdiff =
  (fuzzFactor: number): Tool =>
  (each) => {
    try {
      let text = each.before;
      for (const patch of parsePatch(extracted(each.reply))) {
        const made = applyPatch(text, patch, { fuzzFactor });
        if (made === false) return undefined;
        text = made;
      }
      return text;
    } catch {
      return undefined;
    }
  };

const ours: Tool = (each) => {
  const made = mend({ files: new Map([[each.path, each.before]]), reply: each.reply, path: each.path, root: "/repo" });
  return made.outcome === "patched" ? (made.files.get(each.path) ?? undefined) : undefined;
};

/** npm `llm-diff-patcher`, if it is installed. It reads and writes files below a folder. */
async function llmDiffPatcher(): Promise<Tool | undefined> {
  const loaded = await import("llm-diff-patcher").catch(() => undefined);
  if (loaded === undefined) return undefined;
  const quiet = console.log;
  return (each) => {
    const root = mkdtempSync(join(scratch, "case-"));
    const file = join(root, each.path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, each.before);
    try {
      console.log = () => undefined;
      const made = loaded.applyPatchToFiles(extracted(each.reply), { basePath: root });
      return made.success ? readFileSync(file, "utf8") : undefined;
    } catch {
      return undefined;
    } finally {
      console.log = quiet;
      rmSync(root, { recursive: true, force: true });
    }
  };
}

function has(command: string): boolean {
  try {
    execFileSync(command, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const limit = Number(process.argv[2] ?? 800);
const all = corpus().filter((each) => each.dialect === "unified");
const step = limit > 0 ? Math.max(1, Math.floor(all.length / limit)) : 1;
const cases = all.filter((_, i) => i % step === 0);
const patcher = await llmDiffPatcher();
const tools: [string, Tool | undefined][] = [
  ["PatchPro", ours],
  ["git apply", has("git") ? program("git", ["apply", "-"]) : undefined],
  ["git apply --recount", has("git") ? program("git", ["apply", "--recount", "-"]) : undefined],
  ["GNU patch -p1 -F3", has("patch") ? program("patch", ["-p1", "-F3", "-s", "-f"]) : undefined],
  ["jsdiff 9, fuzz 0", jsdiff(0)],
  ["jsdiff 9, fuzz 2", jsdiff(2)],
  ["llm-diff-patcher 0.2.1", patcher],
];

console.log(
  `${cases.length} of ${all.length} corrupted unified diffs; ${cases.filter((each) => each.expected === null).length} of them must be refused\n`,
);
console.log("| tool | right | refused | wrong | refused as it must |\n|---|---|---|---|---|");
for (const [name, tool] of tools) {
  if (tool === undefined) {
    console.log(`| ${name} | not installed | | | |`);
    continue;
  }
  const tally = { right: 0, refused: 0, wrong: 0, must: 0 };
  for (const each of cases) {
    const text = tool(each);
    if (each.expected === null) tally[text === undefined || text === each.before ? "must" : "wrong"]++;
    else if (text === undefined || text === each.before) tally.refused++;
    else tally[text === each.expected ? "right" : "wrong"]++;
  }
  console.log(`| ${name} | ${tally.right} | ${tally.refused} | ${tally.wrong} | ${tally.must} |`);
}
rmSync(scratch, { recursive: true, force: true });
