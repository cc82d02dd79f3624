import { patchFacts } from "../../trace/patch-facts.ts";
import { NearTexts } from "../near/near-texts.ts";
import { patchBody } from "./patch-body.ts";

/** Something that is kept for measuring: an eval case, a synthetic finding, a labelled attempt for calibration. */
export interface HeldOut {
  /** As it is named in the leak report: `case unused-import`, `synthetic S17`, `calibration labels`. */
  readonly name: string;
  readonly attemptId?: string;
  readonly findingIds?: readonly string[];
  readonly ruleId?: string;
  /** Its patch as a diff. */
  readonly patch?: string;
  /** The normalized patch, where only that is known. */
  readonly patchHash?: string;
  /** The file that it is about. */
  readonly text?: string;
}

/** What is compared of a row. */
export interface Suspect {
  readonly attemptIds: readonly string[];
  readonly findingIds: readonly string[];
  readonly ruleIds: readonly string[];
  readonly patch: string;
  readonly text: string;
}

/** Texts of fewer lines are alike by chance: an import and a line that uses it. */
const SHORTEST_FILE = 6;

/** Finds rows that would let a model see, in training, what it is measured by. */
export class HeldOutIndex {
  readonly #byAttempt = new Map<string, string>();
  readonly #byFinding = new Map<string, string>();
  readonly #byPatch = new Map<string, string>();
  readonly #patches = new NearTexts<string>();
  readonly #files = new NearTexts<string>();
  size = 0;

  add({ name, attemptId, findingIds = [], ruleId, patch, patchHash, text }: HeldOut): void {
    this.size += 1;
    if (attemptId !== undefined) keepFirst(this.#byAttempt, attemptId, name);
    for (const id of findingIds) keepFirst(this.#byFinding, id, name);
    const hash = patch === undefined ? patchHash : patchFacts(patch).normalHash;
    if (hash !== undefined) keepFirst(this.#byPatch, ruleId === undefined ? hash : `${ruleId} ${hash}`, name);
    if (patch !== undefined) this.#patches.add(name, patchBody(patch));
    if (text !== undefined && linesOf(text) >= SHORTEST_FILE) this.#files.add(name, text);
  }

  /** Why a row must not be trained on, in words; undefined if it may. */
  leak(row: Suspect): string | undefined {
    for (const id of row.attemptIds) {
      const held = this.#byAttempt.get(id);
      if (held !== undefined) return `the attempt is held out: ${held}`;
    }
    for (const id of row.findingIds) {
      const held = this.#byFinding.get(id);
      if (held !== undefined) return `the finding is held out: ${held}`;
    }
    const hash = patchFacts(row.patch).normalHash;
    for (const key of [hash, ...row.ruleIds.map((ruleId) => `${ruleId} ${hash}`)]) {
      const held = this.#byPatch.get(key);
      if (held !== undefined) return `the same change is held out: ${held}`;
    }
    const patch = this.#patches.find(patchBody(row.patch));
    if (patch) return `${percent(patch.similarity)} the same change as ${patch.name}`;
    const file = linesOf(row.text) >= SHORTEST_FILE ? this.#files.find(row.text) : undefined;
    return file && `${percent(file.similarity)} the same file as ${file.name}`;
  }
}

function keepFirst(map: Map<string, string>, key: string, name: string): void {
  if (!map.has(key)) map.set(key, name);
}

const linesOf = (text: string): number => text.split("\n").filter((line) => line.trim() !== "").length;
const percent = (share: number): string => `${Math.floor(share * 100)} %`;
