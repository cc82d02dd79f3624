import { PatchProError } from "../../../domain/errors.ts";

const MOST = 500;

/** A page's size; throws `PatchProError("input", …)` unless it is 1 to 500. */
export function pageSize(size: number): number {
  if (Number.isInteger(size) && size >= 1 && size <= MOST) return size;
  throw new PatchProError("input", `A page of ${size} rows cannot be listed.`, `Ask for 1 to ${MOST} rows.`);
}
