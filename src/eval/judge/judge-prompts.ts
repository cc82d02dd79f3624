import { sha256 } from "../../domain/digest.ts";
import { CRITERIA, type Criterion } from "../../domain/judge.ts";
import {
  badPrompt,
  type ParsedPromptFile,
  type PromptFile,
  parsePromptFile,
  type Template,
  template,
} from "../../fix/model/template.ts";
import { type RubricBook, rubricBook } from "./rubrics.ts";

/** All that a judge is told apart from the patch, checked. */
export interface JudgePrompts {
  /** `name@version`. */
  readonly prompt: string;
  /** Hex, of the prompt's text. */
  readonly promptSha: string;
  readonly system: string;
  readonly user: Template;
  /** What is asked, by criterion. */
  readonly questions: Readonly<Record<Criterion, string>>;
  readonly rubrics: RubricBook;
}

const USER_SLOTS = ["criterion", "rubric", "findings", "code", "patch", "sides", "evidence", "examples"];

/**
 * The judge's prompt and rubrics among the files of the `prompts` folder; of several versions the highest. Throws
 * `PatchProError("config")` for a file that cannot be read as a prompt, a wrong slot, a missing criterion or no rubric for
 * rules that none is meant for.
 */
export function parseJudgePrompts(files: readonly PromptFile[]): JudgePrompts {
  const parsed = files.map(parsePromptFile);
  const [judge] = newest(parsed.filter((file) => file.settings.get("task") === "judge"));
  if (!judge) throw badPrompt("judge", "there is no such file");
  const question = (criterion: Criterion): [Criterion, string] => [criterion, template(judge, criterion, []).text];
  return {
    prompt: `${judge.name}@${judge.version}`,
    promptSha: sha256([...judge.sections].map(([title, text]) => `${title}\n${text}`).join("\n")),
    system: template(judge, "system", []).text,
    user: template(judge, "user", USER_SLOTS),
    questions: Object.fromEntries(CRITERIA.map(question)) as Record<Criterion, string>,
    rubrics: rubricBook(newest(parsed.filter((file) => file.settings.get("task") === "rubric"))),
  };
}

/** The highest version of each name, names in order. */
function newest(files: readonly ParsedPromptFile[]): ParsedPromptFile[] {
  const byName = new Map<string, ParsedPromptFile>();
  for (const file of files.toSorted((a, b) => a.version - b.version)) byName.set(file.name, file);
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
