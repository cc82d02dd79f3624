import { parse, TomlError } from "smol-toml";
import { messageOf } from "../../domain/errors.ts";
import type { SyntaxParser } from "../../ports/parser.ts";
import { packageVersion } from "./package-version.ts";

/** TOML 1.0 by smol-toml. */

export function tomlParser(): SyntaxParser {
  return {
    identity: `smol-toml ${packageVersion("smol-toml")}`,
    handles: (path) => /\.toml$|(?:^|\/)(?:Pipfile|Cargo\.lock|poetry\.lock|uv\.lock)$/.test(path),
    errors: async (_path, text) => {
      try {
        parse(text.replace(/^\ufeff/, ""));
        return [];
      } catch (error) {
        const place = error instanceof TomlError ? `${error.line}:${error.column}` : "1:1";
        return [`${place} ${messageOf(error).split("\n")[0]}`];
      }
    },
  };
}
