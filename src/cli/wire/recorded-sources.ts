import { openFolder } from "../../adapters/system/folder.ts";
import { gitIn, succeeded } from "../../adapters/system/git.ts";
import { createProcessRunner } from "../../adapters/system/process.ts";
import type { Config } from "../../config/config.ts";
import { decodeText, type SourceText } from "../../domain/text.ts";
import type { Files } from "../../eval/cases/case.ts";
import type { CaseSpec } from "../../eval/cases/format.ts";
import type { CommandContext } from "../context.ts";

/** Commits that are looked through for the file as it was. */
const MOST_COMMITS = 50;

/** The versions of a file that are at hand, newest first: the working tree's, then those of the commits that touch it. */
export async function* fileVersions(
  root: string,
  path: string,
  { environment }: CommandContext,
): AsyncGenerator<SourceText> {
  const now = await openFolder(root).read(path);
  if (now) yield now;
  const git = gitIn(createProcessRunner({ env: environment.raw }), root);
  const log = await git(["log", `--max-count=${MOST_COMMITS}`, "--format=%H", "--", path]);
  if (!succeeded(log)) return;
  for (const commit of log.stdout.toString("utf8").split("\n").filter(Boolean)) {
    const shown = await git(["show", `${commit}:./${path}`]);
    if (succeeded(shown)) yield decodeText(shown.stdout);
  }
}

const RUFF = new Set([".ruff.toml", "ruff.toml", "pyproject.toml"]);
const ESLINT = /^(?:eslint\.config\.[cm]?[jt]s|package\.json)$/;

/** What decides in the repository what an analyzer says of a file, and how a case is told. */
export async function configurationFor(
  root: string,
  analyzer: CaseSpec["analyzer"],
  path: string,
  rules: readonly string[],
  { analyzers }: Config,
): Promise<{ files: Files; select: CaseSpec["select"] }> {
  const folder = openFolder(root);
  const named = analyzers.semgrep.configs;
  const decides = (file: string): boolean => {
    const name = file.split("/").at(-1) ?? "";
    const isAbove = path.startsWith(file.slice(0, file.length - name.length));
    if (analyzer === "ruff") return isAbove && RUFF.has(name);
    if (analyzer === "eslint") return isAbove && ESLINT.test(name);
    const places = named.length > 0 ? named : [".semgrep.yml", ".semgrep.yaml", ".semgrep"];
    return places.some((place) => file === place || file.startsWith(`${place}/`));
  };
  const files = new Map<string, SourceText>();
  for (const file of (await folder.list()).filter(decides)) {
    const source = await folder.read(file);
    if (source) files.set(file, source);
  }
  const own = analyzer === "ruff" ? analyzers.ruff.select : named.length > 0 ? named : undefined;
  if (own && analyzer !== "eslint") return { files, select: [...own] };
  return { files, select: files.size > 0 || analyzer !== "ruff" ? "configured" : [...rules] };
}
