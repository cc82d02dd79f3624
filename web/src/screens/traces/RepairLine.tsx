import { memo } from "react";
import type { RepairRow } from "../../../../src/ports/store.ts";
import { count, duration, moment, moments, money } from "../../text/figures.ts";
import { visibleText } from "../../text/visible.ts";
import { Status, toneOf } from "../../view/Parts.tsx";
import { Safe } from "../../view/Safe.tsx";

interface RepairLineProps {
  readonly row: RepairRow;
  readonly index: number;
  readonly chosen: boolean;
  readonly open: (index: number) => void;
}

/** A repair in two lines: what it is about, and what it took. */
export const RepairLine = memo(
  function RepairLine({ row, index, chosen, open }: RepairLineProps) {
    const code = row.attempts.findLast((attempt) => attempt.code !== undefined)?.code;
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the list
      <div
        id={`repair-row-${index}`}
        className={`repair-line ${chosen ? "chosen" : ""}`}
        role="option"
        aria-selected={chosen}
        tabIndex={-1}
        onClick={() => open(index)}
      >
        <Status value={row.status} />
        <div className="repair-what">
          <div>
            <code className="rule">
              <Safe text={row.ruleId} most={60} />
            </code>
            <span className="path">
              <Safe text={row.path} most={160} />:{row.startLine}
            </span>
            {row.findings > 1 && <span className="quiet">{row.findings} findings</span>}
          </div>
          <div className="quiet repair-message">
            {code !== undefined && row.status !== "accepted" && <code className="check-code">{code}</code>}
            <Safe text={row.message} most={200} />
          </div>
        </div>
        <Dots row={row} />
        <span className="repair-labels">
          {row.labels.slice(0, 3).map((label) => (
            <span
              key={`${label.attemptId}${label.rater}`}
              className={`label-chip tone-${toneOf(label.value)}`}
              title={visibleText(label.rater.slice(0, 80))}
            >
              {label.value}
            </span>
          ))}
        </span>
        <span className="repair-model quiet">
          <Safe text={row.models.join(", ")} most={60} />
        </span>
        <span
          className="repair-cost number"
          title={row.unpriced > 0 ? `${row.unpriced} attempts without a price` : undefined}
        >
          {row.unpriced > 0 && row.costMicroUsd === 0 ? "no price" : money(row.costMicroUsd)}
          {row.unpriced > 0 && row.costMicroUsd > 0 && "+?"}
        </span>
        <span className="repair-tokens number quiet">{count(row.promptTokens + row.completionTokens)}</span>
        <span className="repair-latency number quiet">{duration(row.latencyMs)}</span>
        <time
          className="repair-time number quiet"
          dateTime={new Date(row.startedAt).toISOString()}
          title={`${moments(row.startedAt)} UTC`}
        >
          {moment(row.startedAt)}
        </time>
      </div>
    );
  },
  (a, b) => a.row === b.row && a.index === b.index && a.chosen === b.chosen,
);

/** One dot for each attempt. */
function Dots({ row }: { readonly row: RepairRow }) {
  const said = `${row.attempts.length} ${row.attempts.length === 1 ? "attempt" : "attempts"}: ${row.attempts.map(({ outcome }) => outcome ?? "open").join(", ")}`;
  return (
    <span className="dots" title={said} role="img" aria-label={said}>
      {row.attempts.slice(0, 8).map((attempt) => (
        <span key={attempt.id} className={`dot tone-${toneOf(attempt.outcome ?? "open")}`} />
      ))}
      {row.attempts.length > 8 && <span className="quiet">+{row.attempts.length - 8}</span>}
    </span>
  );
}
