import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import * as bindings from "@ast-grep/wasm/wasm_bg.js";
import type { CodeLanguage } from "../../domain/codemod.ts";

/** What PatchPro uses of ast-grep. */
export type Engine = Pick<typeof bindings, "parse">;

/** Each language's grammar, and the letter that stands for `$` where that is no part of a name (ast-grep's own choice). */
const GRAMMARS: Readonly<Record<CodeLanguage, { readonly file: string; readonly expandoChar?: string }>> = {
  python: { file: "tree-sitter-python.wasm", expandoChar: "µ" },
  javascript: { file: "tree-sitter-tsx.wasm" },
  typescript: { file: "tree-sitter-typescript.wasm" },
  tsx: { file: "tree-sitter-tsx.wasm" },
};

let starting: Promise<Engine> | undefined;
const registering = new Map<CodeLanguage, Promise<void>>();

/** ast-grep with one language's grammar; the module is one for the whole process, as its bindings are. */
export async function engineFor(language: CodeLanguage): Promise<Engine> {
  starting ??= start();
  const engine = await starting;
  const registered = registering.get(language) ?? register(language);
  registering.set(language, registered);
  await registered;
  return engine;
}

async function start(): Promise<Engine> {
  const file = createRequire(import.meta.url).resolve("@ast-grep/wasm/wasm_bg.wasm");
  const module = new WebAssembly.Module(readFileSync(file));
  const instance = new WebAssembly.Instance(module, { "./wasm_bg.js": { ...bindings } });
  bindings.__wbg_set_wasm(instance.exports);
  const begin = instance.exports.__wbindgen_start;
  if (typeof begin === "function") begin();
  await bindings.initializeTreeSitter();
  return bindings;
}

function register(language: CodeLanguage): Promise<void> {
  const { file, expandoChar } = GRAMMARS[language];
  const libraryPath = fileURLToPath(new URL(`../../../vendor/grammars/${file}`, import.meta.url));
  return bindings.registerDynamicLanguage({ [language]: { libraryPath, ...(expandoChar && { expandoChar }) } });
}
