import type { CodemodName } from "../../domain/codemod.ts";
import { PatchProError } from "../../domain/errors.ts";
import { formatProblems, type Problem } from "../problem.ts";
import type { CodemodFiles } from "./files.ts";
import { type LocatedCodemod, type ParsedCodemods, parseCodemods } from "./parse.ts";

/** Reads all codemods of a folder's files. Never throws; an id that two of them have is a problem of the second. */
export function readCodemods({ files, problems }: CodemodFiles, origin: CodemodName["origin"]): ParsedCodemods {
  const parsed = files.map(({ file, text }) => parseCodemods(text, { file, origin }));
  const codemods: LocatedCodemod[] = [];
  const found = [...problems, ...parsed.flatMap((one) => one.problems)];
  const first = new Map<string, LocatedCodemod["at"]>();
  for (const one of parsed.flatMap((each) => each.codemods)) {
    const { id } = one.codemod.name;
    const before = first.get(id);
    if (before)
      found.push({
        ...one.at,
        message: `the id \`${id}\` is taken`,
        remedy: `${before.file}:${before.line} has it; reports tell codemods apart by it.`,
      });
    else codemods.push(one);
    if (!before) first.set(id, one.at);
  }
  return { codemods, problems: found };
}

/** The error that says everything that is wrong with codemods, at once. */
export function invalidCodemods(problems: readonly Problem[]): PatchProError {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return new PatchProError(
    "config",
    `${count} in the codemods\n${formatProblems(problems)}`,
    "Mend the places above; nothing was run. `--sources native,model` does without codemods.",
  );
}
