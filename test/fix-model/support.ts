import { fileURLToPath } from "node:url";
import { readPromptFiles } from "../../src/adapters/system/prompt-files.ts";
import type { Finding } from "../../src/domain/finding.ts";
import { type PromptSet, parsePromptSet } from "../../src/fix/model/prompt-set.ts";
import type { RepairTask } from "../../src/fix/model/task.ts";

export const PROMPTS_FOLDER = fileURLToPath(new URL("../../prompts", import.meta.url));

export async function shippedPrompts(): Promise<PromptSet> {
  return parsePromptSet(await readPromptFiles(PROMPTS_FOLDER));
}

export function finding(over: Partial<Finding> = {}): Finding {
  const startLine = over.startLine ?? 1;
  return {
    id: "f0f0f0f0",
    tool: "ruff",
    ruleId: "E722",
    path: "src/app.py",
    startLine,
    startColumn: 1,
    endLine: over.startLine ?? 1,
    endColumn: 2,
    severity: "error",
    message: "Do not use bare `except`",
    fixes: [],
    witnesses: [],
    ...over,
  };
}

export function task(over: Partial<RepairTask> = {}): RepairTask {
  return {
    strategy: "batch",
    path: "src/app.py",
    text: "try:\n    go()\nexcept:\n    stop()\n",
    findings: [finding({ startLine: 3, endColumn: 7 })],
    ruleDocs: new Map(),
    contextTokens: 24_000,
    maxOutputTokens: 8_192,
    ...over,
  };
}

/** The file's lines as the prompt numbers them: number -> text. */
export function numbered(user: string): Map<number, string> {
  const block = /<file-(\w+)>\n([\s\S]*?)\n<\/file-\1>/.exec(user)?.[2] ?? "";
  return new Map(
    block.split("\n").flatMap((row) => {
      const match = /^ *(\d+) \| ([\s\S]*)$/.exec(row);
      return match ? [[Number(match[1]), match[2] ?? ""] as const] : [];
    }),
  );
}
