import { sha256 } from "../../domain/digest.ts";

const TRACE_DIGITS = 32;
const SPAN_DIGITS = 16;

/** The trace of a repair: the same whenever and wherever it is exported. */
export function traceIdOf(repairId: string): string {
  return nonZero(sha256(`patchpro trace ${repairId}`).slice(0, TRACE_DIGITS));
}

/** A span by what it stands for: `attempt`, `chat`, `check 3`. */
export function spanIdOf(what: string, id: string): string {
  return nonZero(sha256(`patchpro span ${what} ${id}`).slice(0, SPAN_DIGITS));
}

/** All zeros mean "no id" in the protocol. */
function nonZero(id: string): string {
  return /[^0]/.test(id) ? id : `${id.slice(1)}1`;
}
