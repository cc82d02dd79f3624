import { badPrompt, type ParsedPromptFile } from "./template.ts";

/** What a real fix of a rule looks like, and what would only silence it. */
export interface AdviceBook {
  /** One to three sentences; undefined for a rule that nobody wrote about. */
  adviceFor(tool: string, ruleId: string): string | undefined;
  /** Rule ids and patterns that there is advice for. */
  readonly rules: readonly string[];
}

interface Entry {
  readonly tools: readonly string[];
  readonly rule: string;
  readonly pattern: RegExp;
  readonly text: string;
}

/**
 * Reads the files of `prompts/rules`: each first-level heading names rules, separated by commas, `*` for any text;
 * `tools` in the front matter says whose rules they are (`any` for all). An exact id wins over a pattern, a longer
 * pattern over a shorter one.
 */
export function adviceBook(files: readonly ParsedPromptFile[]): AdviceBook {
  const entries = files
    .flatMap(entriesOf)
    .sort((a, b) => Number(a.rule.includes("*")) - Number(b.rule.includes("*")) || b.rule.length - a.rule.length);
  return {
    adviceFor: (tool, ruleId) =>
      entries.find((entry) => (entry.tools.includes(tool) || entry.tools.includes("any")) && entry.pattern.test(ruleId))
        ?.text,
    rules: entries.map((entry) => entry.rule),
  };
}

function entriesOf(file: ParsedPromptFile): Entry[] {
  const tools = (file.settings.get("tools") ?? "").split(",").map((tool) => tool.trim().toLowerCase());
  return [...file.sections].flatMap(([title, body]) => {
    const text = body.replace(/\s+/g, " ").trim();
    if (text === "") throw badPrompt(file.path, `the section "${title}" is empty`);
    return title.split(",").map((name): Entry => {
      const rule = name.trim();
      if (rule === "") throw badPrompt(file.path, `the heading "${title}" names no rule between two commas`);
      return { tools, rule, pattern: patternOf(rule), text };
    });
  });
}

function patternOf(rule: string): RegExp {
  return new RegExp(
    `^${rule
      .split("*")
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
    "i",
  );
}
