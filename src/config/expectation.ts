import { z } from "zod";
import { configJsonSchema } from "./input.ts";
import type { KeyPath } from "./key-positions.ts";

/** The parts of JSON Schema that `configJsonSchema` uses. */
const node = z.object({
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  const: z.unknown().optional(),
  description: z.string().optional(),
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.number().optional(),
  get properties() {
    return z.record(z.string(), node).optional();
  },
  get additionalProperties() {
    return z.union([z.literal(false), node]).optional();
  },
  get items() {
    return node.optional();
  },
  get anyOf() {
    return z.array(node).optional();
  },
});
type Node = z.infer<typeof node>;

/** What the configuration's schema says about single keys, in words. Made only when there is something wrong to explain. */
export class Expectations {
  readonly #root: Node = node.parse(configJsonSchema());

  /** The keys that may stand in the table at `path`. */
  keysAt(path: KeyPath): string[] {
    return Object.keys(this.#at(path)?.properties ?? {});
  }

  /** What the value at `path` must be: `"safe", "unsafe" or "never"`, `a whole number from 1`, … */
  valueAt(path: KeyPath): string {
    const found = this.#at(path);
    return found ? inWords(found) : "something else";
  }

  /** The words that the value at `path` may be, where it is one of a few. */
  wordsAt(path: KeyPath): readonly string[] {
    return this.#at(path)?.enum ?? [];
  }

  /** What the key at `path` is for. */
  purposeAt(path: KeyPath): string | undefined {
    return this.#at(path)?.description;
  }

  /** Every fixed key of the whole configuration, from the outside in. */
  allKeys(): string[][] {
    return keysBelow(this.#root, []);
  }

  #at(path: KeyPath): Node | undefined {
    let here: Node | undefined = this.#root;
    for (const part of path) {
      const others: Node | false | undefined = here?.additionalProperties;
      here =
        typeof part === "number" ? here?.items : (here?.properties?.[part] ?? (others === false ? undefined : others));
    }
    return here;
  }
}

function keysBelow(table: Node, path: readonly string[]): string[][] {
  return Object.entries(table.properties ?? {}).flatMap(([key, child]) => [
    [...path, key],
    ...keysBelow(child, [...path, key]),
  ]);
}

function inWords(schema: Node): string {
  if (schema.anyOf) return schema.anyOf.map(inWords).join(", or ");
  if (schema.enum) return `one of ${schema.enum.map((word) => `"${word}"`).join(", ")}`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  switch (schema.type) {
    case "array":
      return `a list${schema.minItems ? " (not empty)" : ""}${schema.items ? ` of ${plural(inWords(schema.items))}` : ""}`;
    case "object":
      return "a table";
    case "boolean":
      return "true or false";
    case "integer":
      return `a whole number${bounds(schema)}`;
    case "number":
      return `a number${bounds(schema)}`;
    default:
      return schema.pattern === undefined ? "a text" : `a text like ${EXAMPLES[schema.pattern] ?? schema.pattern}`;
  }
}

/** Patterns are for programs; people read an example. */
const EXAMPLES: Readonly<Record<string, string>> = {
  "^[a-z][a-z0-9-]*:.+$": '"openai:gpt-5-mini"',
  "^https?:\\/\\/\\S+$": '"https://host/v1"',
};

function plural(words: string): string {
  return words.startsWith("one of ") ? words.slice("one of ".length) : words.replace(/^a text/, "texts");
}

function bounds(schema: Node): string {
  const above = schema.exclusiveMinimum === undefined ? "" : ` above ${schema.exclusiveMinimum},`;
  const from = schema.minimum === undefined ? above : ` from ${schema.minimum}`;
  const to = schema.maximum === undefined ? "" : `${above === "" ? "" : " up"} to ${schema.maximum}`;
  return from + to;
}
