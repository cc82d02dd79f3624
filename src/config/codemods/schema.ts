import { z } from "zod";
import type { CodeLanguage } from "../../domain/codemod.ts";

/** Languages as ast-grep names them, with its short names. */
const LANGUAGES: ReadonlyMap<string, CodeLanguage> = new Map([
  ["python", "python"],
  ["py", "python"],
  ["javascript", "javascript"],
  ["js", "javascript"],
  ["jsx", "javascript"],
  ["typescript", "typescript"],
  ["ts", "typescript"],
  ["tsx", "tsx"],
]);

const language = z.string().transform((name, context): CodeLanguage => {
  const known = LANGUAGES.get(name.toLowerCase());
  if (known) return known;
  context.addIssue(`codemods do not know the language ${JSON.stringify(name)}`);
  return z.NEVER;
});

/** ast-grep reads rules by recursion; nobody writes one that is as deep as this. */
const DEEPEST = 40;

const matcher = z
  .record(z.string(), z.unknown())
  .refine((value) => !isDeeperThan(DEEPEST, value), `nested more than ${DEEPEST} deep`);
const line = z.string().trim().min(1).max(2_000);

/**
 * One document of a codemod file: ast-grep's rule format (ast-grep.github.io/reference/yaml.html), strictly what of it has
 * a meaning here. What `rule` and its like hold is ast-grep's own affair.
 */
export const codemodDocument = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][\w.-]{0,99}$/, "letters, digits, `-`, `_` and `.`, at most 100 of them"),
  language,
  rule: matcher,
  constraints: matcher.optional(),
  utils: matcher.optional(),
  transform: matcher.optional(),
  fix: z.string().max(10_000),
  message: line.optional(),
  note: line.optional(),
  severity: z.enum(["hint", "info", "warning", "error", "off"]).optional(),
  url: line.optional(),
  metadata: z.strictObject({
    fixes: z.array(z.string().trim().min(1).max(300)).min(1).max(100),
    safe: z.boolean().optional(),
    languages: z.array(language).max(4).optional(),
  }),
});

export type CodemodDocument = z.infer<typeof codemodDocument>;

function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner));
}
