import picomatch from "picomatch";
import { PatchProError } from "../../domain/errors.ts";
import type { CaseHead } from "./load.ts";

/** Which cases of a suite are meant. */
export interface Selection {
  /** Names or globs; all if empty. */
  readonly names: readonly string[];
  readonly family?: string;
}

/** Whether a case's name is asked for. */
export function nameFilter(names: readonly string[]): (name: string) => boolean {
  if (names.length === 0) return () => true;
  return picomatch([...names], { dot: true });
}

/** The cases that are meant. Throws `PatchProError("usage")` if there are none. */
export function selectCases(heads: readonly CaseHead[], { names, family }: Selection): CaseHead[] {
  const asked = nameFilter(names);
  const chosen = heads.filter(({ name, spec }) => asked(name) && (family === undefined || spec.family === family));
  if (chosen.length > 0) return chosen;
  const families = [...new Set(heads.map(({ spec }) => spec.family))].sort();
  const what = [
    ...(names.length > 0 ? [`is called ${names.join(" or ")}`] : []),
    ...(family === undefined ? [] : [`is of the family ${family}`]),
  ];
  throw new PatchProError(
    "usage",
    what.length === 0 ? "there are no cases" : `no case ${what.join(" and ")}`,
    heads.length === 0
      ? "`patchpro eval add ID` makes a case of a recorded repair."
      : `\`patchpro eval list\` shows the ${heads.length} cases; families: ${families.join(", ")}.`,
  );
}
