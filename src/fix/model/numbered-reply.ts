import { z } from "zod";
import { decodedReply } from "../../patch/mend/read/encoded-twice.ts";
import { mentionsEditKeys } from "../../patch/mend/read/json.ts";
import { readLenient } from "../../patch/mend/read/lenient-json.ts";
import { isReplyKey } from "../../patch/mend/read/reply-keys.ts";

/** An edit as a reply states it in JSON, with the numbers of the findings that it is for. */
export interface NumberedEdit {
  /** The edit alone, as a reply of its own. */
  readonly reply: string;
  /** What the model wrote, as JSON. */
  readonly said: string;
  /** 1-based, as the model wrote them; empty for an edit that it gives to no finding, undefined if it says nothing. */
  readonly findings: readonly number[] | undefined;
}

/** What a reply says of findings by number. */
export interface NumberedReply {
  readonly edits: readonly NumberedEdit[];
  readonly notFixed: readonly { readonly finding: number; readonly reason: string }[];
  /** The reason in the field for "nothing can be fixed". */
  readonly unfixable: string | undefined;
}

const NOTHING: NumberedReply = { edits: [], notFixed: [], unfixable: undefined };

const number = z.union([
  z.int(),
  z
    .string()
    .regex(/^\s*\d{1,5}\s*$/)
    .transform(Number),
]);
const shape = z.object({
  edits: z
    .array(
      z.looseObject({
        finding: z
          .union([number, z.array(number)])
          .optional()
          .catch(undefined),
      }),
    )
    .catch([]),
  notFixed: z.array(z.object({ finding: number, reason: z.string() })).catch([]),
  unfixable: z.string().nullish().catch(undefined),
});

/**
 * The numbers in a reply that is one JSON object, mended where need be; nothing for every other reply, and for one that
 * holds more than one answer, of which only the mender knows which counts.
 */
export function numberedReply(sent: string): NumberedReply {
  const reply = decodedReply(sent);
  const start = reply.search(/\{\s*["'}]/);
  if (start === -1 || mentionsEditKeys(reply.slice(0, start))) return NOTHING;
  const read = shape.safeParse(jsonAt(reply, start));
  if (!read.success) return NOTHING;
  const { edits, notFixed, unfixable } = read.data;
  return {
    edits: edits.map((edit) => ({
      reply: JSON.stringify({ edits: [edit], explanation: "", unfixable: null }),
      said: JSON.stringify(edit),
      findings: edit.finding === undefined ? undefined : [edit.finding].flat(),
    })),
    notFixed: notFixed.filter(({ reason }) => reason.trim() !== ""),
    unfixable: unfixable?.trim() ? unfixable : undefined,
  };
}

function jsonAt(text: string, start: number): unknown {
  try {
    return JSON.parse(text.slice(start, text.lastIndexOf("}") + 1));
  } catch {
    const lenient = readLenient(text, start, isReplyKey);
    return lenient.ok && !mentionsEditKeys(text.slice(lenient.end)) ? lenient.value : undefined;
  }
}
