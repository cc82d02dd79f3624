import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const TEST = path.resolve(import.meta.dirname, "..");

/** Every test file with its text, by name below `test`; the one that speaks of these rules left out. */
export function readTests(): { readonly name: string; readonly text: string }[] {
  return readdirSync(TEST, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && name !== "architecture.test.ts")
    .map((name) => ({ name, text: readFileSync(path.join(TEST, name), "utf8") }));
}
