import { type Ref, useEffect, useState } from "react";
import type { QueryProblem } from "../../../../src/server/api.ts";
import { visibleText } from "../../text/visible.ts";
import { Kbd } from "../../view/Parts.tsx";
import { Safe } from "../../view/Safe.tsx";

interface SearchBoxProps {
  readonly query: string;
  readonly problems: readonly QueryProblem[];
  readonly search: (query: string) => void;
  readonly ref: Ref<HTMLInputElement>;
}

const PAUSE_MS = 350;

/** Searches when one stops typing; problems are shown under the words that they are about. */
export function SearchBox({ query, problems, search, ref }: SearchBoxProps) {
  const [typed, setTyped] = useState(query);
  useEffect(() => setTyped(query), [query]);
  useEffect(() => {
    if (typed.trim() === query) return;
    const soon = setTimeout(() => search(typed.trim()), PAUSE_MS);
    return () => clearTimeout(soon);
  }, [typed, query, search]);
  const shown = typed.trim() === query ? problems : [];
  return (
    <search className="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          search(typed.trim());
          (document.activeElement as HTMLElement | null)?.blur();
        }}
      >
        <label className="for-readers" htmlFor="search">
          Search traces
        </label>
        <input
          id="search"
          ref={ref}
          type="search"
          className="code"
          value={typed}
          spellCheck={false}
          autoComplete="off"
          placeholder='rule:F401 outcome:rejected attempts:>1 cost:>0.01 "corrupt patch"'
          aria-invalid={shown.length > 0}
          aria-describedby={shown.length > 0 ? "search-problems" : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
        />
        <Kbd>/</Kbd>
      </form>
      {shown.length > 0 && (
        <div className="search-problems" id="search-problems" role="alert">
          <pre className="code" aria-hidden="true">
            {underlined(query, shown)}
          </pre>
          <ul>
            {shown.map(({ message, nearest, start, end }) => (
              <li key={`${start}-${message}`}>
                <Safe text={message} />{" "}
                {nearest !== undefined && (
                  <button type="button" className="small" onClick={() => search(withKey(query, start, end, nearest))}>
                    Use {nearest}:
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </search>
  );
}

function underlined(query: string, problems: readonly QueryProblem[]) {
  const parts = [];
  let from = 0;
  for (const { start, end } of [...problems].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    parts.push(
      visibleText(query.slice(from, start)),
      <u key={start}>{visibleText(query.slice(start, Math.max(end, start + 1)))}</u>,
    );
    from = Math.max(end, start + 1);
  }
  parts.push(visibleText(query.slice(from)));
  return parts;
}

function withKey(query: string, start: number, end: number, key: string): string {
  const term = query.slice(start, end);
  const dash = term.startsWith("-") ? "-" : "";
  const colon = term.indexOf(":");
  return query.slice(0, start) + (colon < 0 ? key : `${dash}${key}${term.slice(colon)}`) + query.slice(end);
}
