import path from "node:path";
import { patchpro } from "../../e2e/support/cli.ts";
import { wordsFrom } from "../../eval/datasets/support/labelled.ts";
import { git, openPlayground, type Playground } from "../../pipeline/toy/repair.ts";
import { type ModelServer, startModelServer, type Turn } from "../../support/model-server.ts";

/** Modules whose patch is proved, and of them each so manieth that no maintainer would want. */
export const PROVED = 44;
const UNWANTED_EACH = 4;
/** Modules whose patches never clear the finding: two attempts each. */
export const STUBBORN = 10;
/** Modules for which the model answers without an edit that can be read. */
const MUTE = 3;

/** What no maintainer would want, as it stands in a diff. */
export const UNWANTED = "if None is ";

const SETTINGS = `sources = ["model"]
[analyzers.ruff]
select = ["E711"]
flavour = "wasm"
[dataset]
consent = true
licences = ["MIT"]
`;

/** A module that compares with None in its third line; no two are alike. */
export function moduleText(at: number): string {
  const word = wordsFrom(at + 1);
  const [name, value] = [`${word()}_${at}`, word()];
  const lines = [
    `def ${name}(${value}):`,
    `    key = "${word()} ${word()}"`,
    `    if ${value} == None:`,
    `        return ${word()}(${value})`,
    "    return key",
  ];
  return lines.map((line) => `${line}\n`).join("");
}

export interface WalkWorld {
  readonly playground: Playground;
  /** Of the command line and of the page's server. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** A repository after a real run with a scripted model, judged by a scripted judge that errs once in nine. */
export async function walkWorld(): Promise<WalkWorld> {
  const playground = openPlayground();
  const server = await startModelServer();
  const close = async (): Promise<void> => {
    await server[Symbol.asyncDispose]();
    playground.remove();
  };
  try {
    const all = PROVED + STUBBORN + MUTE;
    const modules = Array.from({ length: all }, (_, at) => [`src/m${at}.py`, moduleText(at)] as const);
    playground.fill({ ".patchpro.toml": SETTINGS, ...Object.fromEntries(modules) });
    git(playground.root, "config", "user.name", "ada");
    git(playground.root, "add", "-A");
    git(playground.root, "commit", "-qm", "start");
    plays(server);
    const env = { OPENAI_API_KEY: "sk-test-key-123456", OPENAI_BASE_URL: `${server.url}/v1` };
    await told(playground, ["run", "-q", "--model", "openai:gpt-5-mini"], env);
    await told(playground, ["judge", "run", "-q", "--model", "openai:gpt-5"], env);
    return { playground, env, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function told(playground: Playground, words: readonly string[], env: WalkWorld["env"]): Promise<void> {
  const { code, err } = await patchpro(playground, words, { env });
  if (code !== 0) throw new Error(`patchpro ${words.join(" ")} ended with ${code}: ${err}`);
}

function plays(server: ModelServer): void {
  const asked = new Map<number, number>();
  server.plays(({ raw, body }): Turn => {
    const at = Number(/src\/m(\d+)\.py/.exec(raw)?.[1]);
    if (body.model === "gpt-5") return { does: "reply", text: judgement(at) };
    const turn = asked.get(at) ?? 0;
    asked.set(at, turn + 1);
    return { does: "reply", text: reply(at, turn) };
  });
}

function reply(at: number, turn: number): string {
  if (at >= PROVED + STUBBORN) return "I would rather not touch this file.";
  const original = moduleText(at).split("\n")[2] ?? "";
  const value = /if (\w+) /.exec(original)?.[1] ?? "";
  const proved = at % UNWANTED_EACH === 0 ? `    ${UNWANTED}${value}:` : original.replace("==", "is");
  const stubborn = turn === 0 ? original.replace("==", "!=") : original.replace(":", " or False:");
  const edit = {
    path: `src/m${at}.py`,
    startLine: 3,
    endLine: 3,
    original,
    replacement: at < PROVED ? proved : stubborn,
  };
  return JSON.stringify({ edits: [edit], explanation: "Compares by identity.", unfixable: null });
}

function judgement(at: number): string {
  const fails = (at % UNWANTED_EACH === 0) !== (at % 9 === 0);
  return JSON.stringify({ critique: `The condition of src/m${at}.py.`, verdict: fails ? "fail" : "pass" });
}

/** The store of a repository. */
export const storeFile = ({ root }: Playground): string => path.join(root, ".patchpro", "traces", "traces.db");
