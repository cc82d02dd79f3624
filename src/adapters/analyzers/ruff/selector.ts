/** Linters whose rules another, shorter prefix also selects. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = { PL: ["PLC", "PLE", "PLR", "PLW"] };

/** Whether a rule selector (`ALL`, `F`, `E5`, `F401`) covers a rule. `E` does not cover `ERA001`: that is another linter. */
export function selects(selector: string, code: string): boolean {
  if (selector === "ALL") return true;
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d*)$/.exec(selector) ?? [];
  const [, linter = "", number = ""] = /^([A-Z]+)(\d+)$/.exec(code) ?? [];
  if (letters === "" || linter === "") return selector === code;
  if (letters === linter) return number.startsWith(digits);
  return digits === "" && (FAMILIES[letters]?.includes(linter) ?? false);
}
