import { useState } from "react";
import type { Flip } from "../../../../src/server/eval-api.ts";
import { percent } from "../../text/figures.ts";
import { Safe } from "../../view/Safe.tsx";

const FIRST = 6;

/** Cases whose outcome differs, the furthest fallen or risen first. */
export function Flips({ title, flips }: { readonly title: "Broken" | "Fixed"; readonly flips: readonly Flip[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? flips : flips.slice(0, FIRST);
  const tone = title === "Broken" ? "bad" : "good";
  return (
    <section className="flips" aria-label={title}>
      <h3 className={flips.length > 0 ? `tone-${tone}` : ""}>
        {title} ({flips.length})
      </h3>
      <ul>
        {shown.map((flip) => (
          <li key={`${flip.caseId} ${flip.variant}`}>
            <span className={`cell cell-${title === "Broken" ? "f" : "p"}`} aria-hidden="true">
              {title === "Broken" ? "✕" : "✓"}
            </span>
            <div>
              <strong>
                <Safe text={flip.name} most={120} />
              </strong>{" "}
              <span className="quiet">
                <Safe text={flip.rule} most={60} />
                {(flip.flaky || (flip.base + flip.head) % 1 !== 0) &&
                  `, ${percent(flip.base)} to ${percent(flip.head)}`}
                {flip.flaky && ", flaky"}
              </span>
              {flip.reason !== undefined && (
                <p className="quiet">
                  {title === "Fixed" && "before: "}
                  <Safe text={flip.reason} most={240} />
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {flips.length > FIRST && (
        <button type="button" className="small" onClick={() => setAll(!all)}>
          {all ? "Fewer" : `All ${flips.length}`}
        </button>
      )}
    </section>
  );
}
