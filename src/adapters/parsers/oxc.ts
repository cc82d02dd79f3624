import { parseSync } from "oxc-parser";
import type { SyntaxParser } from "../../ports/parser.ts";
import { nestingError } from "./nesting.ts";
import { packageVersion } from "./package-version.ts";
import { positionAt } from "./position.ts";

const SCRIPT = /\.(?:[cm]?[jt]s|[jt]sx)$/i;

/** JavaScript, TypeScript and JSX by oxc. Only what no kind of file allows is an error: `.js` may be a script or a module. */
export function oxcParser(): SyntaxParser {
  return {
    identity: `oxc-parser ${packageVersion("oxc-parser")}`,
    handles: (path) => SCRIPT.test(path),
    errors: async (path, text) => errorsIn(path, text),
  };
}

function errorsIn(path: string, text: string): string[] {
  const tooDeep = nestingError(text);
  if (tooDeep) return [tooDeep];
  const name = path.toLowerCase();
  // A `.js` file may hold JSX (React, Flow tools) and a top-level `return` (CommonJS): try what the name says, then the rest.
  const attempts: { lang?: "jsx" | "tsx"; sourceType?: "module" | "script" | "commonjs" }[] = [{}];
  if (/\.[cm]?js$/.test(name)) attempts.push({ lang: "jsx" }, { lang: "jsx", sourceType: "commonjs" });
  let first: string[] | undefined;
  for (const options of attempts) {
    const errors = parseSync(name, text, options)
      .errors.filter((error) => error.severity === "Error")
      .map((error) => `${positionAt(text, error.labels[0]?.start ?? 0)} ${error.message}`);
    if (errors.length === 0) return [];
    first ??= errors;
  }
  return first ?? [];
}
