import { messageOf } from "../../domain/errors.ts";
import type { SourceText } from "../../domain/text.ts";
import type { EvalCase, Files } from "./case.ts";
import { contentProblems } from "./content.ts";
import { type CaseSpec, caseSchema } from "./format.ts";
import { type CaseProblem, schemaProblems } from "./problem.ts";

/** The folder that holds a suite's cases, one folder each. */
export interface SuiteFolder {
  /** Every file below it, `/` between parts, sorted. */
  list(): Promise<readonly string[]>;
  read(path: string): Promise<SourceText | undefined>;
}

/** A case of which only `case.json` was read. */
export interface CaseHead {
  readonly name: string;
  readonly spec: CaseSpec;
  /** Its files, relative to the suite's folder. */
  readonly paths: readonly string[];
}

/** What a suite holds. A broken case is a problem beside the others, never a hole. */
export interface Suite {
  readonly heads: readonly CaseHead[];
  readonly problems: readonly CaseProblem[];
}

/** Reads `case.json` of every folder, or of those whose name is `wanted`. */
export async function readSuite(folder: SuiteFolder, wanted: (name: string) => boolean = () => true): Promise<Suite> {
  const byName = Map.groupBy(
    (await folder.list()).filter((path) => path.includes("/")),
    (path) => path.slice(0, path.indexOf("/")),
  );
  const heads: CaseHead[] = [];
  const problems: CaseProblem[] = [];
  for (const [name, paths] of byName) {
    if (!wanted(name)) continue;
    const head = await readHead(name, paths, folder);
    if ("spec" in head) heads.push(head);
    else problems.push(...head.problems);
  }
  return { heads, problems };
}

/** Reads the rest of a case, and holds `case.json` against it. */
export async function readCase(
  { name, spec, paths }: CaseHead,
  folder: SuiteFolder,
): Promise<EvalCase | { readonly problems: readonly CaseProblem[] }> {
  const below = async (part: string, cut: boolean): Promise<Files> => {
    const start = `${name}/${part}/`;
    const files = new Map<string, SourceText>();
    for (const path of paths.filter((one) => one.startsWith(start))) {
      const source = await folder.read(path);
      if (source) files.set(path.slice(cut ? start.length : name.length + 1), source);
    }
    return files;
  };
  const replies: (string | undefined)[] = [];
  for (const path of paths) {
    const number = /^reply-([1-9]\d?)\.txt$/.exec(path.slice(name.length + 1))?.[1];
    if (number === undefined) continue;
    while (replies.length < Number(number)) replies.push(undefined);
    replies[Number(number) - 1] = (await folder.read(path))?.text;
  }
  const kase: EvalCase = {
    name,
    spec,
    before: await below("before", true),
    after: await below("after", true),
    tests: await below("tests", false),
    replies,
  };
  const problems = contentProblems(kase);
  return problems.length > 0 ? { problems } : kase;
}

async function readHead(
  name: string,
  paths: readonly string[],
  folder: SuiteFolder,
): Promise<CaseHead | { problems: CaseProblem[] }> {
  const file = `${name}/case.json`;
  const source = await folder.read(file);
  if (!source)
    return {
      problems: [
        {
          name,
          file,
          problem: "there is no such file",
          remedy: "Write one (see src/eval/cases/format.ts), or remove the folder.",
        },
      ],
    };
  let data: unknown;
  try {
    data = JSON.parse(source.text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return { problems: [{ name, file, problem: `it is not JSON (${messageOf(error)})`, remedy: "Mend the file." }] };
  }
  const parsed = caseSchema.safeParse(data);
  if (!parsed.success) return { problems: schemaProblems(name, file, parsed.error) };
  return { name, spec: parsed.data, paths };
}
