import type { Line } from "../lines.ts";
import { type Body, hosted, PYTHON_NESTINGS } from "../python/host.ts";
import type { Module, Piece } from "../python/module.ts";
import type { Random } from "../random.ts";
import type { Words } from "../words/words.ts";

export type SynthLanguage = "python" | "javascript" | "typescript";

/** Tables show recipes by these; the first four are those of the original plan. */
export const SYNTH_FAMILIES = [
  "imports",
  "unused",
  "docstrings",
  "multi-line",
  "comparisons",
  "exceptions",
  "whitespace",
  "bugbear",
  "comprehensions",
  "upgrade",
  "simplify",
  "paths",
  "arguments",
  "refactor",
  "logging",
  "security",
  "eslint",
] as const;
export type SynthFamily = (typeof SYNTH_FAMILIES)[number];

/** What every recipe says of itself. */
export interface RecipeFacts {
  /** The rule and what is special: `F401-alias`. */
  readonly name: string;
  /** As its analyzer names it. */
  readonly rule: string;
  readonly family: SynthFamily;
  /** The broken program behaves as the clean one, so that the oracle passes on both. */
  readonly keepsBehaviour: boolean;
  /** Rules that say the same thing of the same code, and are left out where this recipe's files stand. */
  readonly ignore: readonly string[];
}

/** A way to break clean Python in exactly one place. */
export interface PythonRecipe extends RecipeFacts {
  readonly language: "python";
  /** What the module is to hold, and what is done to the finished module. */
  readonly inject: (w: Words) => Injection;
}

/** What a recipe gives to a module of other pieces. */
export interface Injection {
  /** Where it stands: `method`, `module`, `class`, `imports`, … */
  readonly nesting: string;
  readonly piece?: Piece;
  readonly docstring?: readonly Line[];
  readonly head?: readonly Line[];
  readonly importLines?: NonNullable<Module["importLines"]>;
  /** Breaks the finished text, line ends `\n` and four blanks of indentation; undefined where there is no place for it. */
  readonly breakText?: (text: string, random: Random) => string | undefined;
}

type Options = Partial<Pick<RecipeFacts, "keepsBehaviour" | "ignore">>;

/** A violation inside of a function of any kind. */
export function inBody(
  name: string,
  family: SynthFamily,
  body: (w: Words) => Body,
  options: Options = {},
): PythonRecipe {
  return {
    ...factsOf(name, family, options),
    inject: (w) => {
      const nesting = w.chance(30) ? "function" : w.pick(PYTHON_NESTINGS);
      return { nesting, piece: hosted(body(w), nesting, w) };
    },
  };
}

/** A violation in a class or statement at the top of the module. */
export function atTop(
  name: string,
  family: SynthFamily,
  piece: (w: Words) => Piece,
  options: Options & { readonly nesting?: string } = {},
): PythonRecipe {
  return {
    ...factsOf(name, family, options),
    inject: (w) => ({ nesting: options.nesting ?? "module", piece: piece(w) }),
  };
}

/** Any other violation. */
export function inModule(
  name: string,
  family: SynthFamily,
  inject: (w: Words) => Injection,
  options: Options = {},
): PythonRecipe {
  return { ...factsOf(name, family, options), inject };
}

function factsOf(name: string, family: SynthFamily, { keepsBehaviour = true, ignore = [] }: Options) {
  return { name, rule: name.split("-")[0] ?? name, family, language: "python" as const, keepsBehaviour, ignore };
}
