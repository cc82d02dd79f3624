import { useCallback, useEffect, useState } from "react";
import { timeLeftWords } from "../../../src/domain/estimate.ts";
import type { RepairRow } from "../../../src/ports/store.ts";
import type { LiveEvent, LiveRun } from "../../../src/server/api.ts";
import { useDesk } from "../data/ask.ts";
import { go, linkTo } from "../route.ts";
import { count, spent } from "../text/figures.ts";
import { Empty, Waiting } from "../view/Parts.tsx";
import { VirtualRows } from "../view/VirtualRows.tsx";
import { RepairLine } from "./traces/RepairLine.tsx";

type Changed = Extract<LiveEvent, { event: "changed" }>["data"];
type Line = "opening" | "open" | "broken";
const MOST = 500;

/** What a run does now: what is asked, spent and accepted. */
export function Live() {
  const { config } = useDesk();
  const [rows, setRows] = useState<readonly RepairRow[]>([]);
  const [run, setRun] = useState<LiveRun>();
  const [line, setLine] = useState<Line>("opening");
  useEffect(() => {
    if (!config.can.live) return;
    const events = new EventSource("/api/live");
    events.onopen = () => setLine("open");
    events.onerror = () => setLine("broken");
    events.addEventListener("changed", (event) => {
      const { rows: news, run: now } = JSON.parse(String(event.data)) as Changed;
      setLine("open");
      setRun(now);
      setRows((before) => {
        const fresh = new Set(news.map(({ id }) => id));
        return [...news, ...before.filter(({ id }) => !fresh.has(id))].slice(0, MOST);
      });
    });
    return () => events.close();
  }, [config.can.live]);
  const open = useCallback(
    (index: number) => {
      const row = rows[index];
      if (row) go(linkTo("repair", row.id));
    },
    [rows],
  );
  if (!config.can.live)
    return (
      <div className="screen">
        <Empty title="Nothing runs here.">
          A bundle shows what was recorded. Start <code>patchpro ui</code> in the repository to watch a run.
        </Empty>
      </div>
    );
  return (
    <div className="screen live">
      <div className="screen-head">
        <h1>Live</h1>
        <span className={`status tone-${line === "open" ? "good" : "warn"}`} role="status">
          <span className="dot" aria-hidden="true" />
          {line === "open"
            ? "listening"
            : line === "opening"
              ? "connecting"
              : "the server does not answer; trying again"}
        </span>
      </div>
      {run && <Progress run={run} />}
      {rows.length === 0 ? (
        line === "opening" ? (
          <Waiting what="what runs now" />
        ) : (
          <Empty title="No repair is being worked on.">
            Start <code>patchpro run</code> in this repository: its repairs appear here as they begin.
          </Empty>
        )
      ) : (
        <VirtualRows
          count={rows.length}
          height={46}
          label="Repairs of this run"
          role="listbox"
          className="trace-rows"
          row={(index) => {
            const row = rows[index];
            return row && <RepairLine key={row.id} row={row} index={index} chosen={false} open={open} />;
          }}
        />
      )}
    </div>
  );
}

/** At the pace so far, as a span; said to be unknown while too little is done to tell. */
function leftOf({ left, findings, living }: LiveRun): string {
  if (!living) return "nothing: the run ended";
  if (findings && findings.done >= findings.total) return "nothing: the last ones are settled";
  return left ? `${timeLeftWords(left)} at this pace` : "not yet known";
}

function Progress({ run }: { readonly run: LiveRun }) {
  const { repairs, ended, accepted, attempts, costMicroUsd, unpriced = 0 } = run;
  const { findings } = run;
  // What is settled of all findings says more than what ended of those that were begun.
  const [done, of] = findings ? [findings.done, findings.total] : [ended, repairs];
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.min(100, (part / whole) * 100));
  return (
    <section className="progress" aria-label="The newest run">
      <svg
        viewBox="0 0 100 1"
        preserveAspectRatio="none"
        role="img"
        aria-label={findings ? `${done} of ${of} findings settled` : `${ended} of ${repairs} repairs ended`}
      >
        <rect className="progress-all" width="100" height="1" />
        <rect className="progress-ended" width={share(done, of)} height="1" />
        <rect
          className="progress-accepted"
          width={share(repairs === 0 ? 0 : (accepted / Math.max(1, ended)) * done, of)}
          height="1"
        />
      </svg>
      <dl className="number">
        {findings && (
          <div>
            <dt>Findings settled</dt>
            <dd>
              {count(findings.done)} of {count(findings.total)}
            </dd>
          </div>
        )}
        <div>
          <dt>Repairs ended</dt>
          <dd>
            {count(ended)} of {count(repairs)} begun
          </dd>
        </div>
        <div>
          <dt>Accepted</dt>
          <dd>{count(accepted)}</dd>
        </div>
        <div>
          <dt>Attempts</dt>
          <dd>{count(attempts)}</dd>
        </div>
        <div>
          <dt>Spent</dt>
          <dd>{spent(costMicroUsd, unpriced)}</dd>
        </div>
        <div>
          <dt>Left</dt>
          <dd>{leftOf(run)}</dd>
        </div>
      </dl>
    </section>
  );
}
