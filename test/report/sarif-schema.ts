import { z } from "zod";

/** The parts of SARIF 2.1.0 that we write, as strict as the standard's own schema: an unknown property is an error. */
const message = z.strictObject({ text: z.string().min(1) });
const one = z.int().min(1);
const region = z.strictObject({ startLine: one, startColumn: one, endLine: one, endColumn: one });
const artifactLocation = z.strictObject({ uri: z.string().regex(/^[^\s:?#\\]*$/), uriBaseId: z.literal("%SRCROOT%") });
const properties = z.record(z.string(), z.unknown());

const result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().min(0),
  level: z.enum(["none", "note", "warning", "error"]),
  message,
  locations: z
    .array(z.strictObject({ physicalLocation: z.strictObject({ artifactLocation, region: region.optional() }) }))
    .max(1),
  partialFingerprints: z.record(z.string(), z.string()),
  suppressions: z
    .array(z.strictObject({ kind: z.enum(["inSource", "external"]), justification: z.string() }))
    .optional(),
  fixes: z
    .array(
      z.strictObject({
        description: message,
        artifactChanges: z
          .array(
            z.strictObject({
              artifactLocation,
              replacements: z
                .array(
                  z.strictObject({
                    deletedRegion: region,
                    insertedContent: z.strictObject({ text: z.string() }).optional(),
                  }),
                )
                .min(1),
            }),
          )
          .min(1),
      }),
    )
    .optional(),
  properties,
});

export const sarifSchema = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string().min(1),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              name: z.string().max(255),
              shortDescription: z.strictObject({ text: z.string().min(1).max(1024) }),
              helpUri: z.url().optional(),
            }),
          ),
        }),
      }),
      automationDetails: z.strictObject({ id: z.string() }),
      columnKind: z.enum(["utf16CodeUnits", "unicodeCodePoints"]),
      invocations: z.array(
        z.strictObject({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(z.strictObject({ level: z.literal("note"), message })),
        }),
      ),
      properties,
      results: z.array(result),
    }),
  ),
});
