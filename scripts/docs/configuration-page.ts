import { z } from "zod";
import { CONFIG_SOURCES } from "../../src/config/files.ts";
import { configJsonSchema } from "../../src/config/input.ts";
import { renderStarterConfig } from "../../src/config/starter.ts";
import { GENERATED } from "./page.ts";

/** The part of JSON Schema that the configuration's own uses. */
const schemaNode = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  default: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  get anyOf() {
    return z.array(schemaNode).optional();
  },
  get items() {
    return schemaNode.optional();
  },
  get properties() {
    return z.record(z.string(), schemaNode).optional();
  },
  get additionalProperties() {
    return z.union([z.boolean(), schemaNode]).optional();
  },
});
type SchemaNode = z.infer<typeof schemaNode>;

/** A key as it is written, and what it is for. */
export interface ConfigKey {
  /** `model.prices.NAME.input`: capitals stand for a name of the user's choice. */
  readonly path: string;
  readonly node: SchemaNode;
}

/** Every key that holds a value, in the order of the schema. */
export function configKeys(): ConfigKey[] {
  return keysOf(schemaNode.parse(configJsonSchema()), []);
}

function keysOf(node: SchemaNode, path: readonly string[]): ConfigKey[] {
  const named = Object.entries(node.properties ?? {}).flatMap(([key, inner]) => keysOf(inner, [...path, key]));
  const free =
    typeof node.additionalProperties === "object" ? keysOf(node.additionalProperties, [...path, "NAME"]) : [];
  const isTable = node.properties !== undefined || free.length > 0;
  return isTable ? [...named, ...free] : [{ path: path.join("."), node }];
}

/** `docs/configuration.md`. */
export function configurationPage(): string {
  const sections = Map.groupBy(configKeys(), ({ path }) => path.split(".").slice(0, -1).join("."));
  const files = CONFIG_SOURCES.map(({ file, section }) =>
    section.length === 0 ? `\`${file}\`` : `\`${section.join(".")}\` in \`${file}\``,
  );
  return [
    "# Configuration",
    "",
    GENERATED,
    "",
    `PatchPro works without any. It reads ${files.join(", or ")}: the first that is there, beside the code or above it. A key that is not`,
    "below is an error, with its place and the nearest key there is. `npx patchpro init` writes a file to start from; editors",
    "complete it with `schemas/config.v1.json`. Keys of providers are read from the environment only.",
    "",
    ...[...sections].flatMap(([section, keys]) => [
      `## ${section === "" ? "Top level" : `[${section}]`}`,
      "",
      ...tableOf(keys),
      "",
    ]),
    "## To start from",
    "",
    "```toml",
    renderStarterConfig({ python: true, javascript: true, semgrep: true }).trim(),
    "```",
    "",
  ].join("\n");
}

function tableOf(keys: readonly ConfigKey[]): string[] {
  const rows = keys.map(({ path, node }) => {
    const name = path.slice(path.lastIndexOf(".") + 1);
    return `| \`${name}\` | ${kindOf(node)} | ${node.default === undefined ? "" : `\`${JSON.stringify(node.default)}\``} | ${cell(node.description ?? "")} |`;
  });
  return ["| key | value | default | what it is for |", "| --- | --- | --- | --- |", ...rows];
}

function kindOf(node: SchemaNode): string {
  if (node.const !== undefined) return `\`${JSON.stringify(node.const)}\``;
  if (node.enum) return node.enum.map((one) => `\`${JSON.stringify(one)}\``).join(" ");
  if (node.anyOf) return node.anyOf.map(kindOf).join(" or ");
  if (node.items) return `list of ${kindOf(node.items)}`;
  return [node.type ?? []]
    .flat()
    .map((type) => (type === "string" ? "text" : type))
    .join(" or ");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
