import path from "node:path";
import { fileURLToPath } from "node:url";
import { openStore, storeTarget } from "../../adapters/stores/open.ts";
import { ruleFamily } from "../../adapters/stores/write/rows.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { pageFolder } from "../../adapters/system/page-build.ts";
import { openFiles } from "../../adapters/system/page-files.ts";
import { pageToken } from "../../adapters/system/page-token.ts";
import { createProcessRunner } from "../../adapters/system/process.ts";
import { createRunFolder, dataFolder } from "../../adapters/system/run-folder.ts";
import type { Config } from "../../config/config.ts";
import { sha256 } from "../../domain/digest.ts";
import { PatchProError } from "../../domain/errors.ts";
import type { TraceStore } from "../../ports/store.ts";
import type { ConfigAnswer } from "../../server/api.ts";
import { createApp } from "../../server/app.ts";
import { bundlePage } from "../../server/bundle/page.ts";
import { bundleData } from "../../server/bundle/write.ts";
import { cameFromHere, type Listening, listen } from "../../server/listen.ts";
import { type Redactor, redactor } from "../../trace/redact.ts";
import type { CommandContext } from "../context.ts";
import { pageWork } from "./page-work.ts";
import { playground, shownModel } from "./playground.ts";
import { openBench } from "./workbench.ts";

/** PatchPro's own folder: the checkout, or the installed package. */
const OWN = fileURLToPath(new URL("../../../", import.meta.url));
const POLL_MS = 1000;
const FIRST_PORT = 20_000;
const PORTS = 20_000;

/** A page that is served. */
export interface ServedPage {
  /** With the token in its fragment. */
  readonly url: string;
  close(): Promise<void>;
}

/** Where the page is served from. */
export interface PagePlace {
  /** Undefined: one that stays the same for a repository, or else any that is free. */
  readonly port?: number | undefined;
  /** The built page's folder, absolute; PatchPro's own if left out. */
  readonly built?: string;
}

/** Serves the page, with everything that it can do in this repository. Throws `PatchProError`. */
export async function servePage(
  root: string,
  config: Config,
  context: CommandContext,
  { port, built }: PagePlace = {},
): Promise<ServedPage> {
  const runner = createProcessRunner({ env: context.environment.raw });
  const page = openFiles(built ?? (await builtPage(runner, context)));
  const data = dataFolder(root);
  const token = pageToken(data);
  const store = await openTraces(data, config);
  const bench = openBench(root, config, context);
  const ended = new AbortController();
  const work = pageWork({ root, config, context }, store.judgements);
  const redact = redactorOf(context);
  const app = createApp({
    store,
    page,
    clock: systemClock,
    token,
    about: {
      toolVersion: context.toolVersion,
      repository: path.basename(root),
      models: config.model.chain.map(shownModel),
      rater: await raterName(runner, root),
    },
    workbench: bench,
    work,
    ...(config.model.chain.length > 0 && { ask: playground(config, context, bench) }),
    isLocal: cameFromHere,
    redact: (text) => redact(text).text,
    report: (error) => context.stderr(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
    signal: ended.signal,
    pollMs: POLL_MS,
  });
  const end = async (listening?: Listening): Promise<void> => {
    ended.abort();
    await listening?.close();
    await work.settled();
    await bench.close();
    await store.close();
  };
  try {
    const listening = port === undefined ? await listenNear(app, root) : await listen(app, port);
    return { url: `http://127.0.0.1:${listening.port}/#token=${token}`, close: () => end(listening) };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Writes everything as a folder that opens without a server. `folder`: absolute, new or empty. Gives the number of files. */
export async function writeBundle(
  root: string,
  config: Config,
  context: CommandContext,
  folder: string,
): Promise<number> {
  const runner = createProcessRunner({ env: context.environment.raw });
  const page = openFiles(await builtPage(runner, context));
  const store = await openTraces(dataFolder(root), config);
  const out = createRunFolder(root, "", folder);
  let files = 0;
  const write = (name: string, bytes: Uint8Array | string): void => {
    out.write(name, bytes);
    files += 1;
  };
  try {
    for (const name of await page.names()) {
      const bytes = await page.read(name);
      if (bytes) write(name, name === "index.html" ? bundlePage(Buffer.from(bytes).toString("utf8")) : bytes);
    }
    const about = readOnly(context.toolVersion, path.basename(root));
    for await (const { name, text } of bundleData({
      store,
      config: about,
      madeAt: systemClock.now(),
      familyOf: ruleFamily,
    })) {
      context.signal.throwIfAborted();
      write(name, text);
    }
    out.finish();
    return files;
  } catch (error) {
    out.discard();
    throw error;
  } finally {
    await store.close();
  }
}

/** Opens an address in the user's browser. False if that cannot be done here. */
export async function openInBrowser(url: string, context: CommandContext): Promise<boolean> {
  const [file, ...args] = openerOf(process.platform);
  const runner = createProcessRunner({ env: context.environment.raw });
  const { exitCode } = await runner.run({
    file,
    args: [...args, url],
    cwd: context.cwd,
    timeoutMs: 10_000,
    signal: context.signal,
  });
  return exitCode === 0;
}

function redactorOf({ environment: { keys, storeUrl, raw } }: CommandContext): Redactor["text"] {
  const values = [...Object.values(keys), storeUrl].filter((value) => value !== undefined);
  return redactor({ values, variables: raw }).text;
}

function openerOf(platform: NodeJS.Platform): [string, ...string[]] {
  if (platform === "darwin") return ["open"];
  return platform === "win32" ? ["rundll32", "url.dll,FileProtocolHandler"] : ["xdg-open"];
}

function builtPage(
  runner: ReturnType<typeof createProcessRunner>,
  { stderr, signal }: CommandContext,
): Promise<string> {
  return pageFolder(OWN, runner, () => stderr("Building the page once (web -> dist-ui)…\n"), signal);
}

function openTraces(data: string, { store }: Config): Promise<TraceStore> {
  return openStore(storeTarget(store.url, data), systemClock);
}

/** What a browser keeps (drafts, labels that wait) belongs to an address with its port: so that stays the same where it can. */
async function listenNear(app: ReturnType<typeof createApp>, root: string): Promise<Listening> {
  try {
    return await listen(app, FIRST_PORT + (Number.parseInt(sha256(root).slice(0, 8), 16) % PORTS));
  } catch (error) {
    if (error instanceof PatchProError) return listen(app, 0);
    throw error;
  }
}

async function raterName(runner: ReturnType<typeof createProcessRunner>, root: string): Promise<string | undefined> {
  const { exitCode, stdout } = await runner.run({
    file: "git",
    args: ["config", "user.name"],
    cwd: root,
    timeoutMs: 5000,
  });
  const name = stdout.toString("utf8").trim();
  return exitCode === 0 && name !== "" ? name.slice(0, 200) : undefined;
}

function readOnly(toolVersion: string, repository: string): ConfigAnswer {
  return {
    toolVersion,
    repository,
    readOnly: true,
    token: false,
    models: [],
    rater: undefined,
    can: { label: false, correct: false, playground: false, live: false, work: false },
  };
}
