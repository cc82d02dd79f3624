import { useCallback, useEffect, useRef, useState } from "react";
import type { RepairRow } from "../../../src/ports/store.ts";
import type { LiveEvent, LiveRun } from "../../../src/server/api.ts";
import { useDesk } from "../data/ask.ts";
import { go, linkTo } from "../route.ts";
import { count, duration, money } from "../text/figures.ts";
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
  const took = useRef<{ readonly at: number; readonly ended: number; readonly runId: string } | undefined>(undefined);
  useEffect(() => {
    if (!config.can.live) return;
    const events = new EventSource("/api/live");
    events.onopen = () => setLine("open");
    events.onerror = () => setLine("broken");
    events.addEventListener("changed", (event) => {
      const { rows: news, run: now } = JSON.parse(String(event.data)) as Changed;
      setLine("open");
      if (now && took.current?.runId !== now.runId)
        took.current = { at: Date.now(), ended: now.ended, runId: now.runId };
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
      {run && <Progress run={run} estimate={estimateOf(run, took.current)} />}
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

/** From what ended while one watched; nothing is claimed before five did. */
function estimateOf(run: LiveRun, since: { readonly at: number; readonly ended: number } | undefined): string {
  const open = run.repairs - run.ended;
  if (!since || open === 0) return "";
  const ended = run.ended - since.ended;
  if (ended < 5) return "too early for an estimate";
  const left = ((Date.now() - since.at) / ended) * open;
  return `about ${duration(Math.max(1000, Math.round(left / 1000) * 1000))} for those that were begun`;
}

function Progress({ run, estimate }: { readonly run: LiveRun; readonly estimate: string }) {
  const { repairs, ended, accepted, attempts, costMicroUsd } = run;
  const share = (part: number): number => (repairs === 0 ? 0 : (part / repairs) * 100);
  return (
    <section className="progress" aria-label="The newest run">
      <svg
        viewBox="0 0 100 1"
        preserveAspectRatio="none"
        role="img"
        aria-label={`${ended} of ${repairs} repairs ended`}
      >
        <rect className="progress-all" width="100" height="1" />
        <rect className="progress-ended" width={share(ended)} height="1" />
        <rect className="progress-accepted" width={share(accepted)} height="1" />
      </svg>
      <dl className="number">
        <div>
          <dt>Ended</dt>
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
          <dd>{money(costMicroUsd)}</dd>
        </div>
        {estimate !== "" && (
          <div>
            <dt>Left</dt>
            <dd>{estimate}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
