import { sha256 } from "../../domain/digest.ts";
import { badPrompt, type ParsedPromptFile } from "../../fix/model/template.ts";

/** What makes a patch for one family of rules good or bad. */
interface Rubric {
  readonly name: string;
  readonly text: string;
}

export interface RubricBook {
  /** The rubric of a rule; the one for any rule where nobody wrote a narrower one. */
  rubricFor(ruleId: string): Rubric;
  /** Of all rubrics together, hex: with any of them changes every judge that was measured with them. */
  readonly sha: string;
}

interface Entry extends Rubric {
  readonly rule: string;
  readonly pattern: RegExp;
}

/**
 * Reads rubric files: `rules` in the front matter names rules, separated by commas, `*` for any text; the sections `# pass`
 * and `# fail` say what decides. An exact id wins over a pattern, a longer pattern over a shorter one. Throws
 * `PatchProError("config")` for a file that lacks one of these, and if no file is for any rule.
 */
export function rubricBook(files: readonly ParsedPromptFile[]): RubricBook {
  const entries = files
    .flatMap(entriesOf)
    .sort((a, b) => Number(a.rule.includes("*")) - Number(b.rule.includes("*")) || b.rule.length - a.rule.length);
  const any = entries.find(({ rule }) => rule === "*");
  if (!any) throw badPrompt("rubrics", 'no rubric says "rules: *"');
  const texts = files.map(({ name, version, sha256: sha }) => `${name}@${version} ${sha}`).sort();
  return {
    rubricFor: (ruleId) => entries.find(({ pattern }) => pattern.test(ruleId)) ?? any,
    sha: sha256(texts.join("\n")),
  };
}

function entriesOf(file: ParsedPromptFile): Entry[] {
  const [pass, fail] = ["pass", "fail"].map((title) => file.sections.get(title)?.trim() ?? "");
  if (!pass || !fail) throw badPrompt(file.path, 'it needs the sections "pass" and "fail"');
  const text = `It passes if all of this holds:\n${pass}\n\nIt fails if one of this holds:\n${fail}`;
  return (file.settings.get("rules") ?? "").split(",").map((each): Entry => {
    const rule = each.trim();
    if (rule === "") throw badPrompt(file.path, '"rules" names no rule between two commas');
    return { name: file.name, text, rule, pattern: patternOf(rule) };
  });
}

function patternOf(rule: string): RegExp {
  const parts = rule.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "i");
}
