import type { FacetCount, Facets } from "../../ports/store.ts";
import type { BundleRow } from "./format.ts";
import { fileType } from "./match.ts";

const MOST_VALUES = 30;

/** Counts of repairs by each facet, as the store counts them. */
export function facetsOf(rows: readonly BundleRow[]): Facets {
  const count = (valuesOf: (one: BundleRow) => readonly string[]): FacetCount[] => counted(rows.map(valuesOf));
  return {
    total: rows.length,
    facets: {
      outcome: count(({ row }) => [row.status ?? "open"]),
      rule: count(({ facts }) => facts.rules),
      model: count(({ row }) => row.models),
      strategy: count(({ row }) => [row.strategy]),
      code: count(({ row }) => row.attempts.flatMap(({ code }) => code ?? [])),
      type: count(({ row }) => [fileType(row.path)]),
      template: count(({ facts }) => facts.templates),
      label: count(({ row }) => row.labels.map(({ value }) => value)),
    },
  };
}

/** How many of the lists hold each value, most frequent first. */
function counted(lists: readonly (readonly string[])[]): FacetCount[] {
  const counts = new Map<string, number>();
  for (const values of lists)
    for (const value of new Set(values)) if (value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES);
}
