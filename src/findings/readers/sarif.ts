import { z } from "zod";
import type { PatchProError } from "../../domain/errors.ts";
import type { Report, ReportedFinding } from "../../domain/finding.ts";
import { excerpt, firstIssue, inputError, jsonPath } from "./input-error.ts";
import { Notices } from "./notices.ts";
import { Artifacts } from "./sarif/artifacts.ts";
import { unitOf } from "./sarif/region.ts";
import { findingOf, type RunContext } from "./sarif/result.ts";
import { Rules } from "./sarif/rules.ts";
import { log, message, type Run, result, run } from "./sarif/schema.ts";

const provenance = z.array(z.object({ revisionId: z.string().optional().catch(undefined) }));
const notification = z.object({ level: z.string().nullish(), message });
const word = z.string().optional().catch(undefined);
const invocations = z.array(
  z.object({
    executionSuccessful: z.boolean().optional().catch(undefined),
    exitCode: z.int().optional().catch(undefined),
    exitCodeDescription: word,
    exitSignalName: word,
    processStartFailureMessage: word,
    toolExecutionNotifications: z.array(z.unknown()).nullish(),
    toolConfigurationNotifications: z.array(z.unknown()).nullish(),
  }),
);

/**
 * Reads a SARIF log: 2.1.0, and the 2.0.0 drafts as far as they agree. One report for each run. Throws
 * `PatchProError("input")` for other versions and for a log or run whose outer shape is broken; a single result that
 * cannot be read becomes a notice.
 */
export function readSarif(data: unknown, source: string): Report[] {
  const parsed = log.safeParse(data);
  if (!parsed.success) throw broken(parsed.error, source);
  const { version, runs } = parsed.data;
  if (version && !version.startsWith("2."))
    throw inputError(
      source,
      "version",
      `SARIF ${excerpt(version, 40)} is not supported`,
      "Export SARIF 2.1.0, or convert the log: `npx @microsoft/sarif-multitool transform --sarif-output-version Current`.",
    );
  if (!runs || runs.length === 0)
    return [{ format: "sarif", tool: "unknown", findings: [], notices: [`${source}: the SARIF log holds no runs`] }];
  return runs.map((value, at) => readRun(value, at, source, version ?? undefined));
}

function readRun(value: unknown, at: number, source: string, version: string | undefined): Report {
  const parsed = run.safeParse(value);
  if (!parsed.success) throw broken(parsed.error, source, ["runs", at]);
  const notices = new Notices();
  if (!version) notices.note("the log does not say its version, it was read as SARIF 2.1.0", "version");
  const rules = new Rules(parsed.data);
  const artifacts = new Artifacts(parsed.data);
  const { driver } = rules;
  const tool = toolName(driver.name);
  const context: RunContext = { rules, artifacts, notices, unit: unitOf(parsed.data.columnKind, tool) };
  const findings = findingsOf(parsed.data, at, context);
  noteElsewhere(parsed.data, at, notices);
  const toolVersion = driver.semanticVersion ?? driver.version;
  const revision = provenance
    .safeParse(parsed.data.versionControlProvenance)
    .data?.find((one) => one.revisionId)?.revisionId;
  return {
    format: "sarif",
    tool,
    findings,
    embedded: artifacts.embedded,
    fileHashes: artifacts.hashes,
    roots: artifacts.roots,
    ...(toolVersion ? { toolVersion } : {}),
    ...(revision ? { revision } : {}),
    notices: notices.lines(source),
  };
}

function findingsOf({ results }: Run, runAt: number, context: RunContext): ReportedFinding[] {
  return (results ?? []).flatMap((value, at) => {
    const path = ["runs", runAt, "results", at];
    const parsed = result.safeParse(value);
    if (parsed.success) return findingOf(parsed.data, jsonPath(path), context) ?? [];
    const { place, problem } = firstIssue(parsed.error, path);
    context.notices.note("a result that cannot be read was left out", `${place}: ${problem}`);
    return [];
  });
}

/** Things that a run keeps in other files, or says about itself. */
function noteElsewhere(
  { externalPropertyFileReferences, externalPropertyFiles, invocations: runs }: Run,
  at: number,
  notices: Notices,
): void {
  const external = externalPropertyFileReferences ?? externalPropertyFiles;
  if (typeof external === "object" && external !== null && "results" in external)
    notices.note("results in external property files are not read: pass a log that holds them inline", `runs[${at}]`);
  for (const one of invocations.safeParse(runs).data ?? []) {
    if (one.executionSuccessful === false)
      notices.note(`the tool says that it did not succeed, so results may be missing${howItEnded(one)}`, `runs[${at}]`);
    for (const value of [...(one.toolExecutionNotifications ?? []), ...(one.toolConfigurationNotifications ?? [])]) {
      const said = notification.safeParse(value).data;
      const text = said?.message.text ?? said?.message.id;
      if (said && ["error", "warning"].includes(said.level ?? "warning") && text)
        notices.note(`the tool reported: ${excerpt(text)}`, `runs[${at}]`);
    }
  }
}

/** What a tool says of the end of its own process (3.20.15 to 3.20.18). */
function howItEnded({
  exitCode,
  exitCodeDescription,
  exitSignalName,
  processStartFailureMessage,
}: z.infer<typeof invocations>[number]): string {
  const code = exitCode === undefined ? undefined : `exit code ${exitCode}`;
  const words = [code, exitCodeDescription, exitSignalName, processStartFailureMessage].filter(Boolean);
  return words.length > 0 ? `: ${excerpt(words.join(", "))}` : "";
}

/** Lower case; the names that adapters know for drivers that write them differently (`Semgrep OSS`, `ruff`). */
function toolName(name: string | null | undefined): string {
  const known = (name ?? "").trim().toLowerCase();
  if (known === "") return "unknown";
  return /^(?:semgrep|ruff|eslint)\b/.exec(known)?.[0] ?? known;
}

function broken(error: z.ZodError, source: string, base: readonly PropertyKey[] = []): PatchProError {
  const { place, problem } = firstIssue(error, base);
  return inputError(
    source,
    place,
    `not valid SARIF: ${problem}`,
    "Make the report again, or check it at https://sarifweb.azurewebsites.net/Validation.",
  );
}
