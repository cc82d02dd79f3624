import { CHECKS } from "../../domain/check.ts";
import { PatchProError } from "../../domain/errors.ts";
import type { CaseSpec } from "./format.ts";

/** `accepted`, `skipped`, `rejected:CHECK` or `rejected:CHECK:CODE`. Throws `PatchProError("usage")`. */
export function parseExpectation(text: string): CaseSpec["expect"] {
  const [outcome, name, code, ...more] = text.trim().split(":");
  if (more.length === 0) {
    if (outcome === "accepted" && name === undefined) return { outcome };
    if (outcome === "skipped" && name === undefined) return { outcome };
    const check = CHECKS.find((one) => one === name);
    if (outcome === "rejected" && check) return { outcome, check, ...(code && { code }) };
  }
  throw new PatchProError(
    "usage",
    `--expect ${text} is no outcome`,
    `Say accepted, skipped, rejected:CHECK or rejected:CHECK:CODE; checks: ${CHECKS.join(", ")}.`,
  );
}
