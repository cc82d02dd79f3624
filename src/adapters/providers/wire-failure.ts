import { z } from "zod";
import { jsonOf } from "./wire-reply.ts";

/** A failure that a server reported in the body of a success. */
export interface WireFailure {
  /** The status that it should have answered with. */
  readonly status: number;
  /** The error alone, as a server would send it with that status. */
  readonly body: string;
}

const status = z.coerce.number().int().min(400).max(599);
const failed = z.looseObject({ error: z.looseObject({ code: status }) });
const failedChoice = z.looseObject({ choices: z.tuple([failed], z.unknown()) });

/**
 * Reads what gateways send that had begun to answer when their provider failed (OpenRouter): an error with the status
 * as its code, instead of choices or in the first of them. Undefined for everything else.
 */
export function readWireFailure(body: string): WireFailure | undefined {
  const value = jsonOf(body);
  const whole = failed.safeParse(value);
  const { error } = whole.success ? whole.data : (failedChoice.safeParse(value).data?.choices[0] ?? {});
  return error && { status: error.code, body: JSON.stringify({ error }) };
}
