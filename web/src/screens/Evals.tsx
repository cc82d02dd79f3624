import { useEffect, useMemo, useRef } from "react";
import type { EvalRunRow, EvalsAnswer, GridRow } from "../../../src/server/eval-api.ts";
import { address } from "../data/address.ts";
import { useAsked, useDesk } from "../data/ask.ts";
import { useJob } from "../job/use-job.ts";
import { setParams, useRoute } from "../route.ts";
import { plural } from "../text/figures.ts";
import { useKeys } from "../view/keys.ts";
import { Empty, Failed, Kbd, Waiting } from "../view/Parts.tsx";
import type { VirtualHandle } from "../view/VirtualRows.tsx";
import { Compare } from "./evals/Compare.tsx";
import { Grid, GridKey } from "./evals/Grid.tsx";
import { RateOverRuns } from "./evals/RateOverRuns.tsx";
import { RunEvals, RunResult } from "./evals/RunEvals.tsx";
import { type Chosen, chosenRuns } from "./evals/runs.ts";

/** Runs of a suite over time, case by case, and two of them compared. */
export function Evals() {
  const { source } = useDesk();
  const { params } = useRoute();
  const path = address("/api/evals", { suite: params.suite });
  const asked = useAsked(path, (signal) => source.get<EvalsAnswer>(path, signal));
  const answer = asked.value;
  const desk = useJob(({ result }) => {
    if (result?.kind !== "evals") return;
    setParams({ suite: result.suite, base: "", head: "", row: "" });
    asked.again();
  });
  return (
    <div className="screen evals">
      <div className="screen-head">
        <h1>Evals</h1>
        {answer && answer.suites.length > 0 && (
          <select
            aria-label="Suite"
            value={answer.suite ?? ""}
            onChange={(event) => setParams({ suite: event.target.value, base: "", head: "", row: "" })}
          >
            {answer.suites.map((suite) => (
              <option key={suite}>{suite}</option>
            ))}
          </select>
        )}
        {answer && <span className="quiet number">{answer.runs.length > 0 && plural(answer.runs.length, "run")}</span>}
        <span className="spacer" />
        <RunEvals desk={desk} />
      </div>
      <RunResult desk={desk} />
      {asked.failure && <Failed failure={asked.failure} again={asked.again} />}
      {!answer && asked.waiting && <Waiting what="the runs" />}
      {answer && answer.runs.length === 0 && <NoRuns suites={answer.suites} />}
      {answer && answer.runs.length > 0 && <Suite answer={answer} />}
    </div>
  );
}

function NoRuns({ suites }: { readonly suites: readonly string[] }) {
  if (suites.length === 0)
    return (
      <Empty title="No eval run is stored yet.">
        Run the cases in <code>evals/cases</code> with their own replies, free of charge (<code>patchpro eval run</code>
        ): each run shows up here.
      </Empty>
    );
  return (
    <Empty title="This suite has no run.">
      <button type="button" onClick={() => setParams({ suite: "" })}>
        Show the newest run's suite
      </button>
    </Empty>
  );
}

function Suite({ answer: { runs, grid } }: { readonly answer: EvalsAnswer }) {
  const { params } = useRoute();
  const chosen = chosenRuns(runs, params.base, params.head);
  const columns = useMemo(() => grid.runs.flatMap((id) => runs.find((run) => run.id === id) ?? []), [grid, runs]);
  const onlyFlips = params.flips === "yes";
  const flipped = useMemo(() => grid.rows.filter((row) => isFlip(row, grid.runs, chosen)), [grid, chosen]);
  const rows = onlyFlips ? flipped : grid.rows;
  const at = Math.max(0, Math.min(Number(params.row ?? 0) || 0, rows.length - 1));
  const open = params.compare !== "no";
  const handle = useRef<VirtualHandle>(null);
  useEffect(() => handle.current?.reveal(at), [at]);
  const choose = (run: EvalRunRow, asBase: boolean): void => setParams(asBase ? { base: run.id } : { head: run.id });
  const move = (by: number): void => setParams({ row: String(Math.max(0, Math.min(rows.length - 1, at + by))) });
  const step = (by: number): void => {
    const next = runs[runs.findIndex(({ id }) => id === chosen.head?.id) + by];
    if (next) choose(next, false);
  };
  const toggleFlips = (): void => setParams({ flips: onlyFlips ? "" : "yes", row: "" });
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    "[": () => step(1),
    "]": () => step(-1),
    F: toggleFlips,
    c: () => setParams({ compare: open ? "no" : "" }),
  });
  return (
    <>
      <RateOverRuns runs={runs} chosen={chosen} choose={choose} />
      <div className={`evals-body ${open ? "" : "compare-closed"}`}>
        <section className="cases" aria-label="Cases by run">
          <div className="cases-head">
            <h2 className="number">{plural(rows.length, "case")}</h2>
            <button type="button" className="small" aria-pressed={onlyFlips} onClick={toggleFlips}>
              Only flips ({flipped.length}) <Kbd>F</Kbd>
            </button>
            <button
              type="button"
              className="small"
              aria-pressed={open}
              onClick={() => setParams({ compare: open ? "no" : "" })}
            >
              Compare <Kbd>c</Kbd>
            </button>
            <GridKey />
          </div>
          {rows.length === 0 ? (
            <NoRows onlyFlips={onlyFlips} show={toggleFlips} />
          ) : (
            <Grid {...{ rows, chosen, at, handle }} runs={columns} choose={(row) => setParams({ row: String(row) })} />
          )}
        </section>
        {open && <Compare runs={runs} chosen={chosen} choose={choose} />}
      </div>
    </>
  );
}

function NoRows({ onlyFlips, show }: { readonly onlyFlips: boolean; readonly show: () => void }) {
  if (!onlyFlips) return <Empty title="These runs have no cases.">Look at the suite: its folder may be empty.</Empty>;
  return (
    <Empty title="No case flipped between base and head.">
      <button type="button" onClick={show}>
        Show all cases
      </button>
    </Empty>
  );
}

/** Whether a case ended differently in base and head, where it is in both. */
function isFlip({ cells }: GridRow, ids: readonly string[], { base, head }: Chosen): boolean {
  const cellOf = (run: EvalRunRow | undefined): string => cells[ids.indexOf(run?.id ?? "")] ?? "-";
  const [before, after] = [cellOf(base), cellOf(head)];
  return before !== after && before !== "-" && after !== "-";
}
