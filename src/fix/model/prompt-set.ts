import { sha256 } from "../../domain/digest.ts";
import { STRATEGIES, type Strategy } from "../../domain/outcome.ts";
import { type AdviceBook, adviceBook } from "./rule-advice.ts";
import {
  badPrompt,
  type ParsedPromptFile,
  type PromptFile,
  parsePromptFile,
  type Template,
  template,
} from "./template.ts";

/** The prompt of one strategy. */
interface RepairPrompt {
  readonly name: string;
  readonly version: number;
  /** The first 12 hex digits of the SHA-256 of its text. */
  readonly sha256: string;
  readonly system: Template;
  readonly user: Template;
}

/** All prompts that a run works with, checked. */
export interface PromptSet {
  readonly repair: Readonly<Record<Strategy, RepairPrompt>>;
  /** How the reply is to be written down, where the server takes no schema. */
  readonly replyInText: Readonly<Record<"batch" | "single", string>>;
  readonly advice: AdviceBook;
  /** Every file in use as `name@version`, sorted. */
  readonly versions: readonly string[];
  /** The first 12 hex digits of the SHA-256 of all files in use. */
  readonly sha256: string;
}

const SYSTEM_SLOTS: Record<Strategy, readonly string[]> = { batch: ["reply"], single: ["reply"], v1: [] };
const USER_SLOTS: Record<Strategy, readonly string[]> = {
  batch: ["path", "notes", "code", "findings", "rules", "examples", "rejection"],
  single: ["path", "notes", "code", "findings", "rules", "examples", "rejection"],
  v1: ["path", "notes", "code", "findings"],
};

/**
 * The prompts in a folder's files. Of several versions the highest is used, or the one that `pins` names for a prompt.
 * Throws `PatchProError("config")` for a file that cannot be read as a prompt, for an unknown or missing slot, for a
 * strategy without a prompt and for a pin that fits no file.
 */
export function parsePromptSet(files: readonly PromptFile[], pins: ReadonlyMap<string, number> = new Map()): PromptSet {
  // Files that say `task` are for other work than repairing: judging, naming.
  const forRepairs = files.map(parsePromptFile).filter((file) => !file.settings.has("task"));
  const parsed = chosenVersions(forRepairs, pins);
  const replies = parsed.find((file) => file.name === "reply-in-text");
  if (!replies) throw badPrompt("reply-in-text", "there is no such file");
  const repair = Object.fromEntries(STRATEGIES.map((strategy) => [strategy, repairPrompt(strategy, parsed)]));
  const { batch, single, v1 } = repair;
  if (!batch || !single || !v1) throw badPrompt("repair", "a strategy has no prompt");
  return {
    repair: { batch, single, v1 },
    replyInText: { batch: template(replies, "batch", []).text, single: template(replies, "single", []).text },
    advice: adviceBook(parsed.filter((file) => file.settings.has("tools"))),
    versions: parsed.map((file) => `${file.name}@${file.version}`).sort(),
    sha256: sha256(
      parsed
        .map((file) => `${file.name}@${file.version} ${file.sha256}`)
        .sort()
        .join("\n"),
    ).slice(0, 12),
  };
}

function chosenVersions(files: readonly ParsedPromptFile[], pins: ReadonlyMap<string, number>): ParsedPromptFile[] {
  const byName = Map.groupBy(files, (file) => file.name);
  for (const [name, version] of pins) {
    const known = byName.get(name)?.map((file) => file.version) ?? [];
    if (!known.includes(version))
      throw badPrompt(name, `there is no version ${version} of it (there is ${known.join(", ") || "none"})`);
  }
  return [...byName].map(([name, versions]) => {
    const wanted = pins.get(name) ?? Math.max(...versions.map((file) => file.version));
    const [chosen, twin] = versions.filter((file) => file.version === wanted);
    if (!chosen || twin) throw badPrompt(twin?.path ?? name, `there are two files with version ${wanted} of ${name}`);
    return chosen;
  });
}

function repairPrompt(strategy: Strategy, files: readonly ParsedPromptFile[]): RepairPrompt {
  const [file, other] = files.filter((each) => each.settings.get("strategy") === strategy);
  if (!file) throw badPrompt(`repair.${strategy}`, `no file says "strategy: ${strategy}"`);
  if (other) throw badPrompt(other.path, `${file.path} is also for the strategy ${strategy}`);
  for (const section of file.sections.keys()) {
    if (section !== "system" && section !== "user")
      throw badPrompt(file.path, `it has an unknown section "${section}"`);
  }
  return {
    name: file.name,
    version: file.version,
    sha256: file.sha256,
    system: template(file, "system", SYSTEM_SLOTS[strategy]),
    user: template(file, "user", USER_SLOTS[strategy]),
  };
}
