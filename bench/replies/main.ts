/**
 * How many of the recorded replies of a real model end in proved patches. Usage: node bench/replies/main.ts [FOLDER]
 * FOLDER holds `cases/python/<slug>/{case.json,before/}` and `replies.jsonl`; ../shared/data if left out.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";
import { scriptedProvider } from "../../src/adapters/providers/scripted.ts";
import { modelTools } from "../../src/cli/wire/models.ts";
import { repairTools, wire } from "../../src/cli/wire.ts";
import { fillDefaults } from "../../src/config/defaults.ts";
import { readEnvironment } from "../../src/config/environment.ts";
import type { AttemptEnd } from "../../src/domain/attempt.ts";
import type { Report } from "../../src/domain/finding.ts";
import { run } from "../../src/pipeline/run.ts";

const target = z.object({ code: z.string(), row: z.int(), col: z.int() });
const reply = z.object({
  id: z.string(),
  kind: z.enum(["single", "batch", "v1"]),
  language: z.string(),
  slug: z.string(),
  path: z.string(),
  findings: z.array(target),
  reply: z.string(),
});
const kase = z.object({ select: z.string(), ignore: z.string() });

const data = path.resolve(process.argv[2] ?? "../shared/data");
const only = process.argv[3];
const replies = readFileSync(path.join(data, "replies.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => reply.parse(JSON.parse(line)));
const environment = readEnvironment();
const context = {
  cwd: process.cwd(),
  environment,
  toolVersion: "bench",
  signal: new AbortController().signal,
  stdout: async () => undefined,
  stderr: () => undefined,
};
const table = new Map<string, { replies: number; whole: number; findings: number; closed: number }>();

for (const one of replies) {
  if (one.language !== "python" || (only !== undefined && !one.id.includes(only))) continue;
  const { accepted, reasons } = await prove(one);
  const row = table.get(one.kind) ?? { replies: 0, whole: 0, findings: 0, closed: 0 };
  table.set(one.kind, {
    replies: row.replies + 1,
    whole: row.whole + (accepted === one.findings.length ? 1 : 0),
    findings: row.findings + one.findings.length,
    closed: row.closed + accepted,
  });
  for (const reason of reasons) console.log(`${one.id}  ${reason}`);
}
console.log("\nkind     replies  whole  findings  closed");
for (const [kind, row] of table)
  console.log(
    `${kind.padEnd(9)}${String(row.replies).padStart(7)}${String(row.whole).padStart(7)}${String(row.findings).padStart(10)}${String(row.closed).padStart(8)}`,
  );

async function prove(one: z.infer<typeof reply>): Promise<{ accepted: number; reasons: string[] }> {
  const folder = mkdtempSync(path.join(tmpdir(), "patchpro-replies-"));
  try {
    const from = path.join(data, "cases", one.language, one.slug);
    cpSync(path.join(from, "before"), folder, { recursive: true });
    const { select, ignore } = kase.parse(JSON.parse(readFileSync(path.join(from, "case.json"), "utf8")));
    writeFileSync(path.join(folder, "ruff.toml"), `[lint]\nselect = ${list(select)}\nignore = ${list(ignore)}\n`);
    execFileSync("git", ["init", "-q"], { cwd: folder });
    const config = fillDefaults({ sources: ["model"], model: { name: "replay:none", strategy: one.kind } });
    const wired = await wire(folder, config, environment);
    const shared = { ...(await repairTools(wired, config, context.signal)), emit: () => undefined };
    let asked = 0;
    const provider = scriptedProvider(() =>
      asked++ === 0 ? one.reply : '{"edits": [], "explanation": "", "unfixable": "not recorded"}',
    );
    const model = await modelTools(
      wired,
      { ...config, model: { ...config.model, chain: ["openai:none"] } },
      { ...context, environment: { ...environment, keys: { ...environment.keys, openai: "none" } } },
      shared,
      { runId: "bench" },
    );
    if (!model) throw new Error("no model");
    const recorder = {
      ...model.tools.recorder,
      attemptEnded: (_: string, end: AttemptEnd) =>
        void (
          end.outcome === "rejected" &&
          asked === 1 &&
          console.log(`${one.id}  first attempt: ${end.code} ${end.reason?.slice(0, 400)} ${end.mended.join(",")}`)
        ),
    };
    const [ruff] = wired.analyzers;
    if (!ruff) throw new Error("no Ruff");
    const report = await ruff.analyze([]);
    const wanted: Report = {
      ...report,
      findings: report.findings.filter((finding) =>
        one.findings.some(
          ({ code, row, col }) =>
            finding.ruleId === code && finding.region?.startLine === row && finding.region?.startColumn === col,
        ),
      ),
    };
    const result = await run(
      {
        runId: "bench",
        reports: [wanted],
        paths: [],
        minSeverity: "info",
        excluded: () => false,
        policy: { sources: ["model"], unsafe: "verify", rules: new Map() },
      },
      {
        ...shared,
        toolVersion: "bench",
        model: { ...model.tools, recorder, chain: [provider], settings: { ...model.tools.settings, attempts: 1 } },
      },
    );
    await wired.close();
    const reasons = result.findings.flatMap(({ finding, outcome }) =>
      outcome.kind === "accepted"
        ? []
        : [
            `${finding.ruleId}:${finding.startLine} ${outcome.kind} ${"check" in outcome ? `${outcome.check} ${outcome.code}` : ""} ${"reason" in outcome ? outcome.reason.slice(0, 300) : ""}`,
          ],
    );
    return {
      accepted: result.findings.length - reasons.length,
      reasons:
        wanted.findings.length === one.findings.length
          ? reasons
          : [...reasons, `only ${wanted.findings.length} of ${one.findings.length} findings are reported`],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function list(codes: string): string {
  return JSON.stringify(codes.split(",").filter((code) => code !== ""));
}
