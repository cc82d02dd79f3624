import type { z } from "zod";
import { type ConfigInput, configInput } from "./input.ts";

/**
 * The part of a configuration that is right, so that the rules between keys can be checked although single keys are wrong.
 * Undefined if nothing useful is left.
 */
export function rightPart(written: unknown, issues: readonly z.core.$ZodIssue[]): ConfigInput | undefined {
  const copy: unknown = structuredClone(written);
  let wrong = issues;
  // A key that is missing cannot be taken out: its table goes in the next round, and so on upwards.
  for (let levelsUp = 0; levelsUp < 4; levelsUp += 1) {
    for (const issue of wrong) {
      const keys = issue.code === "unrecognized_keys" && levelsUp === 0 ? issue.keys : [undefined];
      for (const key of keys)
        remove(copy, key === undefined ? issue.path.slice(0, issue.path.length - levelsUp) : [...issue.path, key]);
    }
    const parsed = configInput.safeParse(copy);
    if (parsed.success) return parsed.data;
    wrong = parsed.error.issues;
  }
  return undefined;
}

function remove(value: unknown, path: readonly PropertyKey[]): void {
  const key = path.at(-1);
  let parent = value;
  for (const part of path.slice(0, -1)) {
    if (typeof parent !== "object" || parent === null) return;
    parent = Reflect.get(parent, part);
  }
  if (key === undefined || typeof parent !== "object" || parent === null) return;
  Reflect.deleteProperty(parent, key);
}
