import { dirname } from "node:path";
import { PatchProError } from "../../../domain/errors.ts";
import type { Completed, ProcessRunner } from "../../../ports/process.ts";
import type { Variant } from "../../../ports/workspace.ts";
import { gitFailure, gitIn, gitWords, succeeded } from "../git.ts";
import type { LayerFiles } from "./layer-files.ts";
import { prefixedDiff } from "./prefixed-diff.ts";

/** A variant in its layer. */
export interface Placed {
  readonly variant: Variant;
  /** The layer's name in the stage, and its absolute folder. */
  readonly layer: string;
  readonly folder: string;
}

interface Batched extends Placed {
  readonly patch: Buffer;
}

/** No configuration, attributes or repository of this computer may change what `git apply` does. */
const APPLY = [
  ...["-c", "core.autocrlf=false", "-c", "core.longpaths=true", "-c", "core.attributesFile=/dev/null"],
  ...["apply", "--whitespace=nowarn", "-"],
];

/** Applies diffs in layers, many with one `git apply`. Gives the refused variants with git's words. */
export class GitApply {
  readonly #runner: ProcessRunner;
  readonly #base: string;
  readonly #files: LayerFiles;

  /** `base`: the real path of the folder that holds the layers. */
  constructor(runner: ProcessRunner, base: string, files: LayerFiles) {
    this.#runner = runner;
    this.#base = base;
    this.#files = files;
  }

  /** The files of `placed` must be written. Throws `PatchProError` if git is missing or the disk is full. */
  async apply(placed: readonly Placed[]): Promise<Map<string, string>> {
    const refused = new Map<string, string>();
    const batched: Batched[] = [];
    const odd: Placed[] = [];
    for (const entry of placed) {
      const paths = new Set(entry.variant.changes.map(({ path }) => path));
      const patch = prefixedDiff(entry.variant.diff, paths, entry.layer);
      if (patch === undefined) odd.push(entry);
      else batched.push({ ...entry, patch });
    }
    await this.#together(batched, refused);
    for (const entry of odd) await this.#alone(entry, refused);
    return refused;
  }

  /** `git apply` is all or nothing: what it names as refused is taken out, else the batch is halved. */
  async #together(batch: readonly Batched[], refused: Map<string, string>): Promise<void> {
    if (batch.length === 0) return;
    const completed = await this.#git(this.#base, Buffer.concat(batch.map(({ patch }) => patch)));
    if (succeeded(completed)) return;
    const [only, second] = batch;
    if (only !== undefined && second === undefined) return this.#alone(only, refused);

    const named = wordsByVariant(completed.stderr, batch);
    for (const [id, words] of named) refused.set(id, words);
    const rest = batch.filter(({ variant }) => !named.has(variant.id));
    for (const { folder, variant } of rest) this.#files.restore(folder, variant.changes);
    if (named.size > 0) return this.#together(rest, refused);
    const middle = rest.length >> 1;
    await this.#together(rest.slice(0, middle), refused);
    await this.#together(rest.slice(middle), refused);
  }

  async #alone({ variant, folder }: Placed, refused: Map<string, string>): Promise<void> {
    this.#files.restore(folder, variant.changes);
    const completed = await this.#git(folder, variant.diff);
    if (!succeeded(completed)) refused.set(variant.id, gitWords(completed));
  }

  async #git(folder: string, input: Uint8Array): Promise<Completed> {
    const env = {
      GIT_CEILING_DIRECTORIES: dirname(folder),
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_ATTR_NOSYSTEM: "1",
    };
    const completed = await gitIn(this.#runner, folder)(APPLY, { input, env });
    if (completed.ended === "not-found") throw gitFailure(completed, "git apply");
    if (/No space left on device|Disk quota exceeded|Read-only file system/.test(completed.stderr)) {
      throw new PatchProError(
        "disk",
        `Patches could not be tried: ${gitWords(completed)}`,
        "Free some space, or set TMPDIR to another folder.",
      );
    }
    return completed;
  }
}

/** Git's complaints (`error: patch failed: 17/src/a.py:3`, `error: 17/src/a.py: …`) by the variant that they name. */
function wordsByVariant(stderr: string, batch: readonly Batched[]): Map<string, string> {
  const complaints = stderr.split("\n").filter((line) => line.startsWith("error: "));
  const words = new Map<string, string>();
  for (const { variant, layer } of batch) {
    const names = variant.changes.flatMap(({ path }) => [` ${layer}/${path}:`, `'${layer}/${path}'`]);
    const about = complaints.filter((line) => names.some((name) => line.includes(name)));
    if (about.length === 0) continue;
    const plain = about.map((line) => line.slice("error: ".length).replace(`${layer}/`, ""));
    words.set(variant.id, plain.join("; "));
  }
  return words;
}
