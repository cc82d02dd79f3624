import type { SyntaxParser } from "../../ports/parser.ts";
import { jsonParser } from "./json.ts";
import { oxcParser } from "./oxc.ts";
import { pythonParser } from "./python.ts";
import { tomlParser } from "./toml.ts";

/** Every parser there is. A language without one (YAML, Go, Java, …) is skipped by the rung `parses`, which says so. */
export function syntaxParsers(): SyntaxParser[] {
  return [pythonParser(), oxcParser(), jsonParser(), tomlParser()];
}
