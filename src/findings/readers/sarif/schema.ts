import { z } from "zod";

/**
 * The parts of SARIF 2.1.0 that PatchPro uses, and their names in the 2.0.0 drafts where those differ. Unknown keys are
 * ignored. Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html (section numbers below).
 */
const text = z.string().nullish();
const count = z.int().nullish();

/** 3.11; 2.0.0 says `messageId`. */
export const message = z.object({
  text,
  markdown: text,
  id: text,
  messageId: text,
  arguments: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])).nullish(),
});
export type Message = z.infer<typeof message>;

/** 3.4 */
export const artifactLocation = z.object({ uri: text, uriBaseId: text, index: count, fileIndex: count });
export type ArtifactLocation = z.infer<typeof artifactLocation>;

/** 3.30; 2.0.0 says `offset` and `length` for characters. */
export const region = z.object({
  startLine: count,
  startColumn: count,
  endLine: count,
  endColumn: count,
  charOffset: count,
  charLength: count,
  byteOffset: count,
  byteLength: count,
  offset: count,
  length: count,
  snippet: z.union([z.string(), z.object({ text })]).nullish(),
});
export type SarifRegion = z.infer<typeof region>;

/** 3.28, 3.29; 2.0.0 says `fileLocation`. */
const location = z.object({
  physicalLocation: z
    .object({
      artifactLocation: artifactLocation.nullish(),
      fileLocation: artifactLocation.nullish(),
      region: region.nullish(),
    })
    .nullish(),
});
const component = z.object({ index: count, name: text, guid: text }).nullish();

/** 3.27 */
export const result = z.object({
  ruleId: text,
  ruleIndex: count,
  rule: z.object({ id: text, index: count, guid: text, toolComponent: component }).nullish(),
  level: text,
  kind: text,
  message: message.nullish(),
  locations: z.array(location).nullish(),
  suppressions: z.array(z.object({ kind: text, status: text, state: text, justification: text })).nullish(),
  suppressionStates: z.array(z.string()).nullish(),
  baselineState: text,
  fingerprints: z.record(z.string(), z.unknown()).nullish(),
  fixes: z.unknown().optional(),
});
export type Result = z.infer<typeof result>;

const messageStrings = z.record(z.string(), z.union([z.string(), z.object({ text })])).nullish();

/** 3.49; 2.0.0 says `configuration.defaultLevel`. */
export const rule = z.object({
  id: text,
  guid: text,
  name: text,
  helpUri: text.catch(undefined),
  messageStrings,
  shortDescription: z.object({ text }).nullish().catch(undefined),
  defaultConfiguration: z.object({ level: text }).nullish(),
  configuration: z.object({ defaultLevel: text }).nullish(),
  properties: z.record(z.string(), z.unknown()).nullish(),
});
export type Rule = z.infer<typeof rule>;

/** 3.19 */
export const toolComponent = z.object({
  name: text,
  guid: text,
  version: text,
  semanticVersion: text,
  rules: z.array(z.unknown()).nullish(),
  globalMessageStrings: messageStrings,
});
export type ToolComponent = z.infer<typeof toolComponent>;

/** 3.24; 2.0.0 says `fileLocation`. */
export const artifact = z.object({
  location: artifactLocation.nullish(),
  fileLocation: artifactLocation.nullish(),
  contents: z.object({ text }).nullish(),
  hashes: z.unknown().optional(),
});

/** 3.14. The parts that a single fault must not spoil are validated later, one by one. */
export const run = z.object({
  tool: z.unknown().optional(),
  results: z.array(z.unknown()).nullish(),
  artifacts: z.unknown().optional(),
  files: z.unknown().optional(),
  resources: z.unknown().optional(),
  originalUriBaseIds: z.unknown().optional(),
  columnKind: z.unknown().optional(),
  versionControlProvenance: z.unknown().optional(),
  externalPropertyFileReferences: z.unknown().optional(),
  externalPropertyFiles: z.unknown().optional(),
  invocations: z.unknown().optional(),
});
export type Run = z.infer<typeof run>;

/** 3.13 */
export const log = z.object({ version: text, runs: z.array(z.unknown()).nullish() });
