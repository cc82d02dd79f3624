import type { Agreement as Measured } from "../../../../src/domain/calibration.ts";
import type { Kappa, Rate } from "../../../../src/domain/statistics.ts";
import type { ShownReport } from "../../../../src/server/judge-api.ts";
import { linkTo } from "../../route.ts";
import { count, interval, rateBasis, rateText } from "../../text/figures.ts";
import { Panel } from "../../view/Parts.tsx";
import { Safe } from "../../view/Safe.tsx";
import { Interval } from "../overview/Tiles.tsx";
import { CELLS, type Cell, cellNamed, Matrix } from "./Matrix.tsx";

interface AgreementProps {
  readonly report: ShownReport;
  readonly split: "test" | "dev";
  readonly cell: string | undefined;
  readonly choose: (changed: Readonly<Record<string, string | undefined>>) => void;
}

/** A judge against people: the four cells with the traces behind them, and what they come to. */
export function Agreement({ report, split, cell, choose }: AgreementProps) {
  const measured: Measured = report[split];
  const chosen = cellNamed(cell);
  return (
    <Panel
      title="Against people"
      side={
        <fieldset className="segments" aria-label="Split">
          {(["test", "dev"] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={split === each}
              onClick={() => choose({ split: each === "test" ? undefined : each })}
            >
              {each} {count(report[each].n)}
            </button>
          ))}
        </fieldset>
      }
    >
      <Matrix
        confusion={measured.confusion}
        chosen={chosen}
        choose={(to) => choose({ cell: to === chosen ? undefined : to })}
      />
      {chosen && <Behind report={report} split={split} cell={chosen} />}
      <table className="rows judge-rates">
        <tbody>
          <RateRow name="Agreement" rate={measured.agreement} />
          <RateRow name="TPR" title="of the good patches, those that it passes" rate={measured.tpr} />
          <RateRow name="TNR" title="of the bad patches, those that it fails" rate={measured.tnr} />
          <KappaRow name="Kappa" kappa={measured.kappa} />
          {report.humans ? (
            <KappaRow name="Kappa between people" kappa={report.humans} />
          ) : (
            <tr>
              <th scope="row">Kappa between people</th>
              <td colSpan={3} className="quiet">
                unknown: let a second rater label at least 50 of the same attempts
              </td>
            </tr>
          )}
          <RateRow
            unit="attempts"
            name="Flips"
            title="of the attempts judged several times, those with different verdicts"
            rate={report.flips}
          />
        </tbody>
      </table>
      <Notes report={report} split={split} />
    </Panel>
  );
}

interface RateRowProps {
  readonly name: string;
  readonly title?: string;
  readonly unit?: string;
  readonly rate: Rate;
}

function RateRow({ name, title, unit = "labels", rate }: RateRowProps) {
  return (
    <tr>
      <th scope="row" title={title}>
        {name}
      </th>
      <td className="number">{rateText(rate)}</td>
      <td className="number quiet">
        {rateBasis(rate, unit)}
        {interval(rate) && `; ${interval(rate)}`}
      </td>
      <td>{rate.n > 0 && <Interval rate={rate} />}</td>
    </tr>
  );
}

function KappaRow({ name, kappa }: { readonly name: string; readonly kappa: Kappa }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{kappa.kappa === undefined ? "unknown" : kappa.kappa.toFixed(2)}</td>
      <td className="number quiet" colSpan={2}>
        n = {count(kappa.n)}
        {kappa.kappa !== undefined && `; 95 %: ${kappa.low.toFixed(2)} to ${kappa.high.toFixed(2)}`}
      </td>
    </tr>
  );
}

const MOST_LINKS = 100;

/** The attempts of one cell, each a link, and all of them as a query. */
function Behind({
  report,
  split,
  cell,
}: {
  readonly report: ShownReport;
  readonly split: string;
  readonly cell: Cell;
}) {
  const { human, judge, name } = CELLS[cell];
  const items = report.items.filter((item) => item.split === split && item.human === human && item.judge === judge);
  const listed = items.slice(0, MOST_LINKS);
  if (items.length === 0) return <p className="nothing">No attempt is in this cell.</p>;
  const q = `id:${listed.map(({ attemptId }) => attemptId).join(",")}`;
  return (
    <div className="judge-behind">
      <p>
        {name}:{" "}
        <a href={linkTo("traces", "", { q })}>
          open {items.length === 1 ? "it" : `all ${count(listed.length)}`} in the traces
        </a>
        {items.length > MOST_LINKS && <span className="quiet"> (the first of {count(items.length)})</span>}
      </p>
      <ul>
        {listed.map(({ attemptId, repairId, number, family }) => (
          <li key={attemptId}>
            <a href={linkTo("repair", repairId, { attempt: String(number) })}>
              <Safe text={family} most={30} /> <code>{attemptId.slice(-8)}</code>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Notes({ report, split }: { readonly report: ShownReport; readonly split: string }) {
  const { leftOut, families, principal, lengthCorrelation, ownModel } = report;
  const worse = families.filter((each) => each.worse).map(({ family }) => family);
  return (
    <div className="judge-notes quiet">
      <p>
        {split === "test"
          ? `The test split decides the grade; it was looked at ${report.testUses === 1 ? "once" : `${report.testUses} times`}.`
          : "Improve the judge by these; they say nothing about how good it is."}
        {report.weighted && " Shares are weighed by how likely each attempt was to be labelled."}
        {principal !== undefined && (
          <>
            {" "}
            Where raters differ, <Safe text={principal} most={40} /> counts.
          </>
        )}
      </p>
      {worse.length > 0 && (
        <p className="judge-warn">Significantly worse on {worse.join(", ")}: do not trust it there.</p>
      )}
      {Math.abs(lengthCorrelation ?? 0) > 0.3 && (
        <p className="judge-warn">Its verdicts go with the length of patches (r = {lengthCorrelation?.toFixed(2)}).</p>
      )}
      {ownModel.own.n > 0 && (
        <p>
          It passes {rateText(ownModel.own)} of its own model's patches, {rateText(ownModel.others)} of others'.
        </p>
      )}
      <p>
        Not counted: {leftOut.notJudged} not judged, {leftOut.unsure} unsure, {leftOut.tied} tied,{" "}
        {leftOut.nearDuplicates} near-duplicates, {leftOut.notProved} with a failed check, {leftOut.corrections} shown
        to judges, {report.train} in train.
      </p>
    </div>
  );
}
