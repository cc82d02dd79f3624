import type { Strategy } from "../../domain/outcome.ts";

type Schema = Readonly<Record<string, unknown>>;

/** Explicit bounds: servers with strict schemas refuse integers without them or with those of JavaScript. */
const LINE = { type: "integer", minimum: 1, maximum: 10_000_000 };
const FINDING = { type: "integer", minimum: 1, maximum: 10_000 };
const TEXT = { type: "string" };

const EDIT = {
  path: TEXT,
  startLine: LINE,
  endLine: LINE,
  original: TEXT,
  replacement: TEXT,
};
const NUMBERED_EDIT = { finding: { type: "array", items: FINDING }, ...EDIT };

const SINGLE = strict({
  edits: { type: "array", items: strict(EDIT) },
  explanation: TEXT,
  unfixable: { type: ["string", "null"] },
});

const BATCH = strict({
  edits: { type: "array", items: strict(NUMBERED_EDIT) },
  notFixed: { type: "array", items: strict({ finding: FINDING, reason: TEXT }) },
  explanation: TEXT,
  unfixable: { type: ["string", "null"] },
});

/**
 * The shape of the reply that is asked for, as JSON Schema draft-7: every field required, `null` instead of absence.
 * The same for every file, since servers compile each schema that they have not seen. None for `v1`.
 */
export function replySchemaOf(strategy: Strategy): Schema | undefined {
  return { single: SINGLE, batch: BATCH, v1: undefined }[strategy];
}

function strict(properties: Schema): Schema {
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
}
