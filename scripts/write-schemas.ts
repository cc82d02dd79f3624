import { writeFileSync } from "node:fs";
import { configJsonSchema } from "../src/config/input.ts";
import { reportJsonSchema } from "../src/report/schema.ts";

/** Writes the JSON Schemas that editors and other programs read. Run `npx biome check --write schemas` after it. */
for (const [name, schema] of [
  ["config.v1", configJsonSchema()],
  ["report.v1", reportJsonSchema()],
] as const) {
  writeFileSync(new URL(`../schemas/${name}.json`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
}
