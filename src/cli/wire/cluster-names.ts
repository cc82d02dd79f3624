import { fileURLToPath } from "node:url";
import { readPromptFiles } from "../../adapters/system/prompt-files.ts";
import type { Config } from "../../config/config.ts";
import { sha256 } from "../../domain/digest.ts";
import { PatchProError } from "../../domain/errors.ts";
import { type NamingQuestion, nameByModel } from "../../eval/clusters/name-by-model.ts";
import type { Namer } from "../../eval/clusters/run.ts";
import { fill, parsePromptFile, template } from "../../fix/model/template.ts";
import type { Provider } from "../../ports/provider.ts";
import type { CommandContext } from "../context.ts";
import { modelChain } from "./models.ts";

const PROMPTS = fileURLToPath(new URL("../../../prompts", import.meta.url));
const MOST_TOKENS = 800;

/** Names by the first configured model. Undefined if none is. What the model does not answer keeps its name by terms. */
export async function namerFor(config: Config, context: CommandContext): Promise<Namer | undefined> {
  const [provider] = await modelChain(config, context);
  if (!provider) return undefined;
  const prompts = await namingPrompts();
  return (found, failures) =>
    nameByModel(found, failures, provider.name, (question) => ask(question, provider, prompts, config, context));
}

async function namingPrompts() {
  const file = (await readPromptFiles(PROMPTS)).find(({ path }) => path === "cluster-name.v1.md");
  if (!file) throw new PatchProError("config", "The prompt cluster-name.v1.md is missing.", "Install PatchPro again.");
  const parsed = parsePromptFile(file);
  return {
    name: { system: template(parsed, "system", []), user: template(parsed, "user", ["members", "others"]) },
    check: {
      system: template(parsed, "check system", []),
      user: template(parsed, "check user", ["definition", "sentences"]),
    },
  };
}

async function ask(
  question: NamingQuestion,
  provider: Provider,
  prompts: Awaited<ReturnType<typeof namingPrompts>>,
  { model: { timeoutMs } }: Config,
  { signal, stderr }: CommandContext,
): Promise<string | undefined> {
  const { kind, ...values } = question;
  const { system, user } = prompts[kind];
  const text = fill(user, values);
  const reply = await provider.ask({
    system: fill(system, {}),
    user: text,
    maxOutputTokens: MOST_TOKENS,
    timeoutMs,
    signal,
    key: { task: `cluster-${kind}`, fileHash: sha256(text), findings: [], attempt: 1 },
  });
  if (reply.ok) return reply.text;
  stderr(`${provider.name} did not answer: ${reply.reason}\n`);
  return undefined;
}
