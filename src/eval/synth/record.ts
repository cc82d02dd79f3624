import { z } from "zod";
import { findingsFinding } from "../../findings/readers/findings-schema.ts";
import { SYNTH_FAMILIES } from "./recipes/recipe.ts";

const words = z.string().min(1);

/** What is special about the place of a violation and about its file. */
export const dimensions = z.strictObject({
  /** `function`, `method`, `nested-function`, `module`, `imports`, … */
  nesting: words,
  /** Up to 30 lines, up to 100, more. */
  size: z.enum(["small", "medium", "large"]),
  lines: z.int().min(1),
  /** Places that the reference fix changes. */
  hunks: z.int().min(1),
  /** What else stands on the line that changes. */
  neighbours: z.enum(["none", "comment", "statement"]),
  lineEnds: z.enum(["lf", "crlf"]),
  indentation: z.enum(["2 spaces", "4 spaces", "tabs"]),
  bom: z.boolean(),
  /** There are characters beyond ASCII. */
  unicode: z.boolean(),
  finalNewline: z.boolean(),
});
export type Dimensions = z.infer<typeof dimensions>;

/** A program that shows that a file works: it is given the file's path, and exits with 0 if all is well. */
const oracle = z.strictObject({
  language: z.enum(["python", "javascript"]),
  program: words,
  /** It holds for the broken text too: the violation does not change what the program does. */
  passesBefore: z.boolean(),
});
export type Oracle = z.infer<typeof oracle>;

/** One synthetic finding: a line of the file that `patchpro eval synth` writes. */
export const synthRecord = z.strictObject({
  /** From seed and index: `synth-42-000017`. */
  id: words,
  recipe: words,
  rule: words,
  /** Relative, `/` between parts; different for every finding of one file. */
  path: words,
  /** The file with the violation. The analyzer reports exactly one finding in it. */
  before: z.string(),
  /** The clean original: the reference fix. The analyzer reports nothing in it. */
  after: z.string(),
  /** As in `findings` of schemas/findings.v1.json. */
  finding: findingsFinding,
  family: z.enum(SYNTH_FAMILIES),
  language: z.enum(["python", "javascript", "typescript"]),
  /** Rules that say the same of the same code, and were left out for this file on top of what the selection leaves out. */
  ignore: z.array(words),
  dimensions,
  oracle: oracle.optional(),
});
export type SynthRecord = z.infer<typeof synthRecord>;
