import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export function readJson(folder, name) {
  return JSON.parse(readFileSync(path.join(folder, name), "utf8"));
}
