/** The newest minor version that Ruff's `target-version` has a name for is not known here; 3.7 is the oldest. */
const OLDEST_MINOR = 7;

/**
 * The lowest Python 3 that a PEP 440 specifier (`requires-python`) lets in, in Ruff's words (`py311`); undefined if it
 * names no lower bound.
 */
export function lowestPython(specifier: unknown): string | undefined {
  if (typeof specifier !== "string") return undefined;
  let minor: number | undefined;
  for (const clause of specifier.split(",")) {
    const [, operator, digits] = /^\s*(>=|>|~=|===?)\s*3\.(\d+)/.exec(clause) ?? [];
    if (operator === undefined || digits === undefined) continue;
    minor = Math.max(minor ?? 0, Number(digits));
  }
  return minor === undefined ? undefined : `py3${Math.max(minor, OLDEST_MINOR)}`;
}
