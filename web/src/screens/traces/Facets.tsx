import type { FacetKey, Facets } from "../../../../src/ports/store.ts";
import { count } from "../../text/figures.ts";
import { chosenValues, toggleTerm } from "../../text/query-text.ts";
import { Safe } from "../../view/Safe.tsx";

const NAMES: readonly (readonly [FacetKey, string])[] = [
  ["outcome", "Outcome"],
  ["code", "Failure code"],
  ["rule", "Rule"],
  ["model", "Model"],
  ["strategy", "Strategy"],
  ["type", "File type"],
  ["template", "Prompt"],
  ["label", "Label"],
];
const SHOWN = 8;

interface FacetListProps {
  readonly facets: Facets | undefined;
  readonly query: string;
  readonly search: (query: string) => void;
}

/** Counts under the query; a click adds the term to the search box or takes it out. */
export function FacetList({ facets, query, search }: FacetListProps) {
  return (
    <nav className="facets" aria-label="Facets">
      {NAMES.map(([key, name]) => {
        const chosen = chosenValues(query, key);
        const counts = facets?.facets[key] ?? [];
        const absent = [...chosen].filter((value) => value !== "" && !counts.some((each) => each.value === value));
        const all = [...absent.map((value) => ({ value, count: 0 })), ...counts];
        if (all.length === 0) return null;
        const most = Math.max(1, ...counts.map((each) => each.count));
        return (
          <fieldset key={key}>
            <legend>{name}</legend>
            {all
              .filter(({ value }, at) => at < SHOWN || chosen.has(value))
              .map(({ value, count: n }) => (
                <button
                  key={value}
                  type="button"
                  className="facet"
                  aria-pressed={chosen.has(value)}
                  onClick={() => search(toggleTerm(query, key, value))}
                >
                  <svg className="facet-bar" preserveAspectRatio="none" viewBox="0 0 100 1" aria-hidden="true">
                    <rect width={(n / most) * 100} height="1" />
                  </svg>
                  <span className="facet-value">
                    <Safe text={value === "" ? "none" : value} most={60} />
                  </span>
                  <span className="number quiet">{count(n)}</span>
                </button>
              ))}
            {all.length > SHOWN && (
              <p className="quiet facet-more">
                {all.length - SHOWN} more: search {key}:
              </p>
            )}
          </fieldset>
        );
      })}
    </nav>
  );
}
