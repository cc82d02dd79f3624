import type { ZodError } from "zod";

/** Why a case cannot be used: which file of it, which field, and what to do. */
export interface CaseProblem {
  readonly name: string;
  /** Relative to the suite's folder. */
  readonly file: string;
  /** `targets[0].line`; undefined where it is about the whole file. */
  readonly field?: string;
  readonly problem: string;
  readonly remedy: string;
}

/** One line: file, field, problem, remedy. */
export function problemText({ file, field, problem, remedy }: CaseProblem): string {
  return `${file}${field ? `: ${field}` : ""}: ${problem}. ${remedy}`;
}

/** What a schema found wrong, one problem per field. */
export function schemaProblems(name: string, file: string, error: ZodError): CaseProblem[] {
  return error.issues.map((issue) => {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : undefined;
    const field = pathText(unknown ? [...issue.path, unknown[0] ?? ""] : issue.path);
    return {
      name,
      file,
      ...(field !== "" && { field }),
      problem: unknown ? `there is no such key` : lowerFirst(issue.message),
      remedy: unknown
        ? "Take it out, or correct its spelling; src/eval/cases/format.ts lists the keys."
        : "Correct the value; src/eval/cases/format.ts says what each key may hold.",
    };
  });
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${part}]` : text === "" ? String(part) : `${text}.${String(part)}`,
    "",
  );
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1).replace(/\.$/, "");
}
