import { readFileSync } from "node:fs";

export function loadConfig(file, warn) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    warn(`${file}: ${error.message}`);
  }
  return {};
}
