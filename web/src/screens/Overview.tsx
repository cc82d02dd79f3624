import type { OverviewAnswer } from "../../../src/server/api.ts";
import { address } from "../data/address.ts";
import { useAsked, useDesk } from "../data/ask.ts";
import { go, linkTo, setParams, useRoute } from "../route.ts";
import { useKeys } from "../view/keys.ts";
import { Empty, Failed, Waiting } from "../view/Parts.tsx";
import { Safe } from "../view/Safe.tsx";
import { OverTime } from "./overview/OverTime.tsx";
import { SpendTable, TopFailures } from "./overview/Tables.tsx";
import { Tiles, tilesOf } from "./overview/Tiles.tsx";

const SPANS = [
  ["", "All time"],
  ["1", "24 hours"],
  ["7", "7 days"],
  ["30", "30 days"],
] as const;
const DAY_MS = 86_400_000;

export function Overview() {
  const { source } = useDesk();
  const { params } = useRoute();
  const days = params.days ?? "";
  const q = params.q ?? "";
  // Whole minutes, so that drawing again asks nothing new.
  const from = days === "" ? undefined : Math.floor(Date.now() / 60_000) * 60_000 - Number(days) * DAY_MS;
  const asked = useAsked(`${days} ${q}`, (signal) =>
    source.get<OverviewAnswer>(address("/api/overview", { from, q }), signal),
  );
  const answer = asked.value;
  const within = (terms: string): string => [q, days === "" ? "" : `since:${days}d`, terms].filter(Boolean).join(" ");
  const open = (terms: string): void => go(linkTo("traces", "", { q: within(terms) }));
  const tiles = answer ? tilesOf(answer.overview, answer.previous) : [];
  useKeys(Object.fromEntries(tiles.map((tile, at) => [String(at + 1), () => open(tile.query)])));

  return (
    <div className="screen scrolls overview">
      <div className="screen-head">
        <h1>Overview</h1>
        <fieldset className="segments" aria-label="Span of time">
          {SPANS.map(([value, label]) => (
            <button key={value} type="button" aria-pressed={days === value} onClick={() => setParams({ days: value })}>
              {label}
            </button>
          ))}
        </fieldset>
        {answer && (
          <span className="quiet number">
            {answer.overview.repairs.toLocaleString("en")} repairs, {answer.overview.attempts.toLocaleString("en")}{" "}
            attempts
          </span>
        )}
      </div>
      {answer?.problems.map(({ message }) => (
        <p key={message} className="notice" role="status">
          <Safe text={message} />
        </p>
      ))}
      {asked.failure && <Failed failure={asked.failure} again={asked.again} />}
      {!answer && asked.waiting && <Waiting what="the totals" />}
      {answer && answer.overview.repairs === 0 && (
        <Empty title={days === "" ? "Nothing is recorded yet." : "Nothing was recorded in this span."}>
          {days === "" ? (
            <>
              Run <code>patchpro run --sources native,model --model PROVIDER:NAME</code> in this repository: each
              attempt of a model shows up here.
            </>
          ) : (
            <button type="button" onClick={() => setParams({ days: "" })}>
              Show all time
            </button>
          )}
        </Empty>
      )}
      {answer && answer.overview.repairs > 0 && (
        <>
          <Tiles tiles={tiles} open={open} />
          <OverTime
            days={answer.overview.days}
            open={(terms) => go(linkTo("traces", "", { q: [q, terms].filter(Boolean).join(" ") }))}
          />
          <div className="columns">
            <TopFailures
              failures={answer.overview.failures}
              link={(terms) => linkTo("traces", "", { q: within(terms) })}
            />
            <SpendTable
              title="Spend by model"
              spend={answer.overview.byModel}
              term="model"
              link={(terms) => linkTo("traces", "", { q: within(terms) })}
            />
            <SpendTable
              title="Spend by rule"
              spend={answer.overview.byRule}
              term="rule"
              link={(terms) => linkTo("traces", "", { q: within(terms) })}
            />
          </div>
        </>
      )}
    </div>
  );
}
