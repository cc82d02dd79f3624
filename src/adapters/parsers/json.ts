import type { SyntaxParser } from "../../ports/parser.ts";
import { positionAt } from "./position.ts";

/** Files that programs read as JSON with comments and trailing commas, whatever their name says. */
const WITH_COMMENTS =
  /\.(?:jsonc|code-workspace)$|(?:^|\/)(?:[tj]sconfig[^/]*|\.eslintrc|\.?oxlintrc|devcontainer|deno|biome|\.jshintrc|\.swcrc|renovate|tslint|api-extractor|pyrightconfig)\.json$|(?:^|\/)\.vscode\/[^/]*\.json$/i;

/** JSON, with comments and trailing commas where the file's readers allow them. */
export function jsonParser(): SyntaxParser {
  return {
    identity: `JSON.parse (Node ${process.versions.node})`,
    handles: (path) => /\.(?:json|jsonc|code-workspace|webmanifest|geojson|map|ipynb)$/i.test(path),
    errors: async (path, text) => {
      try {
        JSON.parse(WITH_COMMENTS.test(path) ? plainJson(text) : text.replace(/^\ufeff/, " "));
        return [];
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const offset = /position (\d+)/.exec(message)?.[1];
        return [`${offset === undefined ? "1:1" : positionAt(text, Number(offset))} ${withoutPlace(message)}`];
      }
    },
  };
}

/** Blanks comments and trailing commas; offsets stay as they are. */
function plainJson(text: string): string {
  return text
    .replace(/^\ufeff/, " ")
    .replace(/"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (match) =>
      match[0] === '"' ? match : match.replace(/[^\n]/g, " "),
    )
    .replace(/"(?:\\.|[^"\\\n])*"|,(?=\s*[}\]])/g, (match) => (match === "," ? " " : match));
}

/** V8 quotes the text around an error and its place; the words alone make errors before and after comparable. */
function withoutPlace(message: string): string {
  return message
    .replace(/,? (?:\.\.\.)?".*"(?:\.\.\.)? is not valid JSON/s, "")
    .replace(/ (?:in JSON )?at position \d+(?: \(line \d+ column \d+\))?/, "");
}
