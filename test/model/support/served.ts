import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ReportV1 } from "../../../src/report/schema.ts";
import { newestRun, patchpro, reportIn, startPatchpro, type Told } from "../../e2e/support/cli.ts";
import type { Playground } from "../../pipeline/toy/repair.ts";
import type { ModelServer, Turn } from "../../support/model-server.ts";
import { jsonReply, listedFindings, shownLines } from "./replies.ts";

/** Looks like a key; nothing that PatchPro prints or writes may hold it. */
export const CANARY = "sk-canary-7f3a9c51d2e84b60";

type Seen = ModelServer["seen"][number];

/** The words of the user's part of a request, in any of the wire formats. */
export function askedOf({ raw }: Seen): { readonly user: string } {
  const texts: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === "string") texts.push(value);
    else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(visit);
  };
  visit(JSON.parse(raw));
  return { user: texts.find((text) => text.startsWith("File: `")) ?? "" };
}

/** The right answer to a request about missing docstrings (D103), as structured edits. */
export function rightAnswer(seen: Seen): string {
  const asked = askedOf(seen);
  const lines = new Map(shownLines(asked).map(({ number, text }) => [number, text]));
  const edits = listedFindings(asked).map(({ number, line }) => {
    const old = lines.get(line) ?? "";
    return { finding: [number], line, old, new: `${old}\n    """Return what is asked for."""` };
  });
  return jsonReply(edits, { path: fileIn(asked), notFixed: [] });
}

export function fileIn({ user }: { readonly user: string }): string {
  return /^File: `([^`]+)`/.exec(user)?.[1] ?? "";
}

export const right = (seen: Seen): Turn => ({ does: "reply", text: rightAnswer(seen) });

/** `.patchpro.toml` with the embedded Ruff alone. */
export function configFor(server: ModelServer, { model = "", more = "", budget = "" } = {}): string {
  return [
    budget,
    '[analyzers.ruff]\nflavour = "wasm"\nselect = ["D103", "F", "E9"]',
    "[analyzers.eslint]\nenabled = false\n[analyzers.semgrep]\nenabled = false",
    `[model]\nbase_url = "${server.url}/v1"\nconcurrency = 1\n${model}`,
    '[model.prices."m"]\ninput = 1\noutput = 1',
    more,
  ].join("\n");
}

export interface Served extends Told {
  readonly report: ReportV1;
  readonly kinds: readonly string[];
}

/** `patchpro run` as a process of its own, with a key in its environment that must be seen nowhere. */
export async function runServed(
  playground: Playground,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Served> {
  return served(playground, await startPatchpro(playground, ["run", ...words], { env: { ...KEYS, ...env } }).ended);
}

/** The same in this process, which starts sooner. */
export async function runHere(
  playground: Playground,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Served> {
  return served(playground, await patchpro(playground, ["run", ...words], { env: { ...KEYS, ...env } }));
}

export const KEYS = {
  PATCHPRO_API_KEY: CANARY,
  OPENAI_API_KEY: CANARY,
  OPENAI_BASE_URL: undefined,
  PATCHPRO_MODEL: undefined,
  PATCHPRO_BASE_URL: undefined,
};

function served(playground: Playground, told: Told): Served {
  const report = reportIn(newestRun(playground.root));
  const kinds = report.findings.map(({ outcome }) => outcome.kind);
  return { ...told, report, kinds };
}

/** Everything that was printed or written below a folder and holds the key. */
export function leaks(
  { root, tmp }: Pick<Playground, "root" | "tmp">,
  { out, err }: Pick<Told, "out" | "err">,
): string[] {
  const found = [
    ...(out.includes(CANARY) ? ["standard output"] : []),
    ...(err.includes(CANARY) ? ["standard error"] : []),
  ];
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      const file = join(folder, name);
      if (statSync(file).isDirectory()) walk(file);
      else if (readFileSync(file).includes(CANARY)) found.push(file);
    }
  };
  walk(root);
  walk(tmp);
  return found;
}
