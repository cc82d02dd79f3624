import { sha256 } from "../../../domain/digest.ts";
import { PatchProError } from "../../../domain/errors.ts";
import type { Report, ReportedFinding } from "../../../domain/finding.ts";
import type { Region } from "../../../domain/location.ts";
import type { Analyzer, VariantReport } from "../../../ports/analyzer.ts";
import type { StagedVariant, Workspace } from "../../../ports/workspace.ts";
import { syntaxError } from "../split-report.ts";
import { fingerprintOfConfiguration } from "./configuration.ts";
import { createConfigurationFinder } from "./effective.ts";
import { type FileRules, isLeftOut, rulesForFile, sourceFolders } from "./file-rules.ts";
import { modulesIn, packagesAround } from "./modules.ts";
import { createRuffPool, type RuffPool } from "./pool.ts";
import { selects } from "./selector.ts";
import { isPythonSource, RUFF_SYNTAX_RULES, type RuffSettings } from "./settings.ts";
import type { WasmDiagnostic } from "./worker-messages.ts";

const LIMITS =
  "The embedded Ruff answered: it does not say which fixes are safe, sees stubs (.pyi) and __init__.py as plain modules, and cannot run rules about file names and packages (such as INP001, N999, EXE001). Install Ruff for all of it.";

export interface RuffWasmOptions {
  readonly workspace: Pick<Workspace, "root" | "list" | "read">;
  readonly settings: RuffSettings;
  /** Worker threads at most; 2 if undefined. */
  readonly workers?: number;
  /** Workers that others use too: whoever made them closes them. */
  readonly pool?: RuffPool;
}

/** Ruff as a WebAssembly module inside PatchPro, for where none is installed: some 20 times slower than the native one. */
export function createWasmRuff({ workspace, settings, workers = 2, pool: shared }: RuffWasmOptions): Analyzer {
  const { root } = workspace;
  const pool = shared ?? createRuffPool(workers);
  const heard = new Set<string>([LIMITS]);
  const configurationOf = createConfigurationFinder(workspace, settings.config, (text) => heard.add(text));
  const firstParty = createFirstParty(root);
  let version: Promise<string> | undefined;
  const versionOf = (): Promise<string> => {
    version ??= pool.ask({ key: "", options: {}, text: undefined }).then((reply) => reply.version);
    return version;
  };

  async function rulesFor(file: string): Promise<FileRules> {
    const configuration = await configurationOf(file);
    return rulesForFile(configuration, file, await firstParty(sourceFolders(configuration), file), settings);
  }

  async function check(file: string, text: string, signal?: AbortSignal): Promise<ReportedFinding[]> {
    const { options, ignored } = await rulesFor(file);
    // Columns do not count a byte-order mark, as in native Ruff.
    const reply = await pool.ask({ key: JSON.stringify(options), options, text: text.replace(/^\uFEFF/, "") }, signal);
    for (const what of reply.ignored)
      heard.add(`The embedded Ruff ${reply.version} does not know ${what}, and goes without it.`);
    if (reply.failure) throw refusal(file, reply.failure);
    return reply.diagnostics
      .filter((found) => !ignored.some((selector) => selects(selector, found.code ?? "")))
      .map((found) => findingOf(found, file));
  }

  /** Undefined for a file that cannot be read. */
  async function checkSource(file: string, signal?: AbortSignal): Promise<ReportedFinding[] | undefined> {
    const source = await workspace.read(file);
    if (!source) return undefined;
    return source.encoding === "utf8" ? check(file, source.text, signal) : [unreadable(file)];
  }

  const about = async () => ({ format: "ruff" as const, tool: "ruff", toolVersion: await versionOf() });

  return {
    name: "ruff",
    isolation: "file",
    handles: isPythonSource,
    identify: async () => ({
      tool: "ruff",
      version: await versionOf(),
      flavour: "wasm",
      configuration: sha256(JSON.stringify([await versionOf(), settings, await fingerprintOfConfiguration(workspace)])),
    }),
    async analyze(paths, signal): Promise<Report> {
      signal?.throwIfAborted();
      const named = new Set(paths);
      const candidates = (await workspace.list(paths)).filter(isPythonSource);
      const files: string[] = [];
      for (const file of candidates)
        if (named.has(file) || !isLeftOut(await configurationOf(file), file)) files.push(file);
      const found = await Promise.all(files.map((file) => checkSource(file, signal)));
      const unread = files.filter((_, index) => found[index] === undefined);
      const notices = [...heard, ...(unread.length > 0 ? [notRead(unread)] : [])];
      return {
        ...(await about()),
        findings: found.flatMap((one) => one ?? []),
        notices: files.length === 0 ? [] : notices,
      };
    },
    async analyzeVariants(variants: readonly StagedVariant[], _detail, signal): Promise<VariantReport[]> {
      const words = await about();
      return Promise.all(
        variants.map(async ({ variant }): Promise<VariantReport> => {
          const found = await Promise.all(
            variant.changes
              .filter((change) => isPythonSource(change.path))
              .map(({ path: file, after, encoding }) => {
                if (after === null) return [];
                return encoding === "utf8" ? check(file, after, signal) : [unreadable(file)];
              }),
          );
          const findings = found.flat();
          const syntaxErrors = findings.filter((one) => RUFF_SYNTAX_RULES.has(one.ruleId)).map(syntaxError);
          return { variantId: variant.id, report: { ...words, findings, notices: [] }, syntaxErrors };
        }),
      );
    },
    close: async () => (shared ? undefined : pool.close()),
  };
}

/** Names that import sorting takes for the repository's own: modules in the source folders, and the file's own package. */
function createFirstParty(root: string): (folders: readonly string[], file: string) => Promise<string[]> {
  const known = new Map<string, Promise<string[]>>();
  return async (folders, file) => {
    const key = folders.join("\n");
    const modules =
      known.get(key) ?? modulesIn(root, folders).then((found) => [...new Set(found.map((one) => one.name))].sort());
    known.set(key, modules);
    const outermost = (await packagesAround(root, file)).at(-1)?.split("/").at(-1);
    return outermost === undefined || (await modules).includes(outermost) ? modules : [...(await modules), outermost];
  };
}

function findingOf(
  { code, message, start_location, end_location, fix }: WasmDiagnostic,
  file: string,
): ReportedFinding {
  return {
    ruleId: code ?? "invalid-syntax",
    message,
    severity: "error",
    uri: file,
    region: regionOf(start_location, end_location),
    fixes:
      fix && !takesReExport(code, file)
        ? [
            {
              applicability: "unknown",
              message: fix.message ?? message,
              edits: fix.edits.map((edit) => ({
                uri: file,
                region: regionOf(edit.location, edit.end_location),
                text: edit.content ?? "",
              })),
            },
          ]
        : [],
  };
}

/** This build does not see the file's name: it would delete what `__init__.py` and stubs import for others, as the native one never does. */
function takesReExport(code: string | null | undefined, file: string): boolean {
  return code === "F401" && /(?:^|\/)__init__\.py$|\.pyi$/.test(file);
}

function regionOf(start: WasmDiagnostic["start_location"], end: WasmDiagnostic["end_location"]): Region {
  return { unit: "utf16", startLine: start.row, startColumn: start.column, endLine: end.row, endColumn: end.column };
}

/** What native Ruff says of a file that is not UTF-8. */
function unreadable(file: string): ReportedFinding {
  const message = "stream did not contain valid UTF-8";
  const region: Region = { unit: "utf16", startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  return { ruleId: "E902", message, severity: "error", uri: file, region, fixes: [] };
}

/** Files that are there, and that nobody looked at. */
function notRead(files: readonly string[]): string {
  const more = files.length > 3 ? ` and ${files.length - 3} more` : "";
  return `The embedded Ruff could not look at ${files.slice(0, 3).join(", ")}${more}: no right to read, or more than 20 MB.`;
}

function refusal(file: string, failure: { kind: "configuration" | "crash"; message: string }): PatchProError {
  return failure.kind === "configuration"
    ? new PatchProError(
        "analyzer",
        `The embedded Ruff refuses the configuration for ${file}: ${failure.message}`,
        "Mend Ruff's configuration.",
      )
    : new PatchProError(
        "analyzer",
        `The embedded Ruff crashed on ${file}: ${failure.message}`,
        "Install Ruff (`pip install ruff`): PatchPro then uses that one.",
      );
}
