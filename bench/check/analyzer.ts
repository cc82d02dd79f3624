import path from "node:path";
import { z } from "zod";
import { type Finished, measured, type Usage } from "../measure/command.ts";
import type { ToolFinding } from "./tool-finding.ts";

/** An analyzer run by itself, with no code of PatchPro's between. */
export interface ToolAlone {
  /** Findings in the repository, or in some of its files. */
  check(root: string, files?: readonly string[]): { readonly findings: ToolFinding[]; readonly usage: Usage };
  /** Lets the tool fix what it can, in place. */
  fix(root: string): Usage;
}

const ruffJson = z.array(
  z.object({
    filename: z.string(),
    code: z.string().nullable(),
    message: z.string(),
    location: z.object({ row: z.number() }),
  }),
);

/** Ruff alone: the selection is the repository's own `ruff.toml`. */
export function ruffAlone(python: string, ruff: string): ToolAlone {
  const run = (root: string, args: readonly string[]): Finished & { usage: Usage } =>
    measured(python, ruff, ["check", "--no-cache", "--exit-zero", "--quiet", ...args], { cwd: root });
  return {
    check(root, files = ["."]) {
      const { stdout, usage } = run(root, ["--output-format", "json", "--", ...files]);
      const findings = ruffJson.parse(JSON.parse(stdout)).map(({ filename, code, message, location }) => ({
        path: relativeName(root, filename),
        rule: code ?? "invalid-syntax",
        message,
        line: location.row,
      }));
      return { findings, usage };
    },
    fix: (root) => run(root, ["--fix", "--unsafe-fixes", "--output-format", "concise"]).usage,
  };
}

const eslintJson = z.array(
  z.object({
    filePath: z.string(),
    messages: z.array(
      z.object({
        ruleId: z.string().nullable(),
        message: z.string(),
        line: z.number().optional(),
        fatal: z.boolean().optional(),
      }),
    ),
  }),
);

/** ESLint alone: the configuration is the repository's own. Its `--fix` takes no suggestions. */
export function eslintAlone(python: string, eslint: string): ToolAlone {
  const run = (root: string, args: readonly string[]): Finished & { usage: Usage } =>
    measured(python, process.execPath, [eslint, ...args], { cwd: root, mayExit: [1] });
  return {
    check(root, files = ["."]) {
      const { stdout, usage } = run(root, ["--format", "json", ...files]);
      const findings = eslintJson.parse(JSON.parse(stdout)).flatMap(({ filePath, messages }) =>
        messages.map(({ ruleId, message, line, fatal }) => ({
          path: relativeName(root, filePath),
          rule: ruleId ?? (fatal ? "parse-error" : "eslint"),
          message,
          line: line ?? 1,
        })),
      );
      return { findings, usage };
    },
    fix: (root) => run(root, ["--fix", "--format", "json", "."]).usage,
  };
}

function relativeName(root: string, name: string): string {
  return path.relative(root, path.resolve(root, name)).split(path.sep).join("/");
}
