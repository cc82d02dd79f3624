import type { CodemodFiles } from "../../config/codemods/files.ts";
import { ownCodemodFiles, repositoryCodemodFiles } from "../../config/codemods/files.ts";
import type { LocatedCodemod } from "../../config/codemods/parse.ts";
import type { Config } from "../../config/config.ts";
import type { Problem } from "../../config/problem.ts";
import type { Codemod, CodemodName } from "../../domain/codemod.ts";
import { type CodemodOffers, codemodOffers } from "../../fix/codemod/offer.ts";
import type { CodeSearch } from "../../ports/codemods.ts";

/** How many codemods there are, and what looks for their matches. */
export interface CodemodCensus {
  readonly own: number;
  readonly repository: number;
  readonly engine: string;
}

/**
 * The source `codemod`, if it is among the sources. The repository's own are checked at once, rules and all: whoever
 * wrote them is to hear of it now. Ours, and the engine, are loaded when there is a finding to look at. Throws
 * `PatchProError("config")` that lists everything wrong.
 */
export async function pickCodemods(root: string, { sources }: Config): Promise<{ codemods?: CodemodOffers }> {
  if (!sources.includes("codemod")) return {};
  const repository = await checkedCodemods(repositoryCodemodFiles(root), "repository");
  const own = ownCodemods();
  return { codemods: codemodOffers(async (ruleIds) => [...repository, ...(await own(ruleIds))], openSearch) };
}

/** Reads and checks every codemod there is, ours too. Throws as `pickCodemods`. */
export async function countCodemods(root: string): Promise<CodemodCensus> {
  const repository = await checkedCodemods(repositoryCodemodFiles(root), "repository");
  const own = await checkedCodemods(ownCodemodFiles(), "patchpro");
  return { own: own.length, repository: repository.length, engine: (await openSearch()).identity };
}

/** Ours: of no file that does not name one of the rules, so that a run without work for them reads no YAML. Our tests check them. */
function ownCodemods(): (ruleIds: ReadonlySet<string>) => Promise<readonly Codemod[]> {
  let files: CodemodFiles["files"] | undefined;
  const read = new Map<string, readonly Codemod[]>();
  return async (ruleIds) => {
    files ??= ownCodemodFiles().files;
    const wanted = files.filter(({ text }) => [...ruleIds].some((id) => text.includes(id)));
    for (const file of wanted) {
      if (read.has(file.file)) continue;
      const { readCodemods } = await import("../../config/codemods/load.ts");
      const { codemods } = readCodemods({ files: [file], problems: [] }, "patchpro");
      read.set(
        file.file,
        codemods.map(({ codemod }) => codemod),
      );
    }
    return wanted.flatMap(({ file }) => read.get(file) ?? []);
  };
}

async function checkedCodemods(found: CodemodFiles, origin: CodemodName["origin"]): Promise<readonly Codemod[]> {
  if (found.files.length === 0 && found.problems.length === 0) return [];
  const { readCodemods, invalidCodemods } = await import("../../config/codemods/load.ts");
  const { codemods, problems } = readCodemods(found, origin);
  const search = await openSearch();
  const faults = (await Promise.all(codemods.map((one) => faultOf(one, search)))).filter((one) => one !== undefined);
  if (problems.length + faults.length > 0) throw invalidCodemods([...problems, ...faults]);
  return codemods.map(({ codemod }) => codemod);
}

async function faultOf({ codemod, at }: LocatedCodemod, search: CodeSearch): Promise<Problem | undefined> {
  for (const language of codemod.languages) {
    const words = await search.problemOf(codemod.search, language);
    if (words !== undefined) {
      const message = `ast-grep does not take the codemod ${codemod.name.id} for ${language}: ${words.replace(/\s*\n\s*\|?-?>?\s*/g, " ")}`;
      return { ...at, message, remedy: "Mend its `rule`, `constraints`, `utils` or `transform`." };
    }
  }
  return undefined;
}

/** The engine is some megabytes of WebAssembly: it is loaded where it is needed. */
async function openSearch(): Promise<CodeSearch> {
  const { astGrep } = await import("../../adapters/codemods/ast-grep.ts");
  return astGrep();
}
