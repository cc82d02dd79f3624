import type { DatasetAnswer } from "../../../../src/server/dataset-api.ts";
import { count, percent } from "../../text/figures.ts";
import { Panel } from "../../view/Parts.tsx";

/** How long the rows are, how well that is known, and what training on them is likely to cost. */
export function Tokens({ manifest }: Pick<DatasetAnswer, "manifest">) {
  const { tokens, trainingCost, trainingPricesAsOf } = manifest;
  const most = Math.max(1, ...tokens.histogram.map(({ rows }) => rows));
  return (
    <Panel title="Tokens" side={<span className="quiet number">about {count(tokens.total)}</span>}>
      <table className="rows datasets-histogram">
        <thead>
          <tr>
            <th>A row has</th>
            <th className="number">Rows</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {tokens.histogram.map(({ upTo, rows }) => (
            <tr key={upTo}>
              <td>up to {count(upTo)}</td>
              <td className="number">{count(rows)}</td>
              <td className="datasets-bar">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect x="0" y="0" width={(100 * rows) / most} height="10" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="datasets-notes">
        <p>
          The longest row has {count(tokens.longestRow)}; {count(tokens.limit)} are allowed.
          {tokens.error !== null && ` Within ${percent(tokens.error)} for nine prompts of ten.`}
        </p>
        <p className="quiet">Estimated: {tokens.method}.</p>
        {trainingCost.length > 0 ? (
          <p>
            Training for {trainingCost[0]?.epochs} epochs:{" "}
            {trainingCost
              .map(({ model, usd }) => `${model} ${usd === null ? "not known" : `$${usd.toFixed(2)}`}`)
              .join(", ")}{" "}
            <span className="quiet">(list prices of {trainingPricesAsOf}; other models: not known)</span>
          </p>
        ) : (
          <p className="quiet">The cost of training is not known: this format is for tools of your own.</p>
        )}
      </div>
    </Panel>
  );
}
