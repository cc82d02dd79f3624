import { memo, useEffect, useState } from "react";
import type { PaceAnswer, QueryProblem } from "../../../../src/server/api.ts";
import { useAsked, useDesk } from "../../data/ask.ts";
import type { OutboxState } from "../../label/outbox.ts";
import { medianMs, perHour, type Sitting } from "../../label/pace.ts";
import { keepRaterName } from "../../label/rater.ts";
import { setParams } from "../../route.ts";
import { count, duration } from "../../text/figures.ts";
import { Safe } from "../../view/Safe.tsx";

interface QueueHeadProps {
  readonly rater: string;
  readonly order: "triage" | "calibration";
  readonly lane: "flash" | "deep" | undefined;
  readonly blind: boolean;
  readonly q: string;
  readonly problems: readonly QueryProblem[];
  readonly sitting: Sitting;
  readonly outbox: OutboxState;
}

const LONG_SITTING_MS = 45 * 60_000;
const HASTY_MS = 2000;

export const QueueHead = memo(function QueueHead({
  rater,
  order,
  lane,
  blind,
  q,
  problems,
  sitting,
  outbox,
}: QueueHeadProps) {
  const { source } = useDesk();
  const pace = useAsked("pace", (signal) => source.get<PaceAnswer>("/api/pace", signal));
  const all = pace.value?.pace.find((each) => each.rater === rater);
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  const [name, setName] = useState(rater);
  const rate = perHour(sitting);
  const median = medianMs(sitting);
  return (
    <header className="queue-head">
      <h1>Label queue</h1>
      <fieldset className="segments" aria-label="Lane">
        {([undefined, "flash", "deep"] as const).map((each) => (
          <button
            key={each ?? "all"}
            type="button"
            aria-pressed={lane === each}
            title={
              each === "flash"
                ? "At most ten changed lines"
                : each === "deep"
                  ? "More than ten changed lines"
                  : "Both lanes"
            }
            onClick={() => setParams({ lane: each })}
          >
            {each === undefined ? "All" : each === "flash" ? "Flash" : "Deep"}
          </button>
        ))}
      </fieldset>
      <fieldset className="segments" aria-label="Order">
        <button
          type="button"
          aria-pressed={order === "triage"}
          title="By rule, then by equal patches"
          onClick={() => setParams({ order: undefined, blind: undefined })}
        >
          Triage
        </button>
        <button
          type="button"
          aria-pressed={order === "calibration"}
          title="Random order, given to every rater"
          onClick={() => setParams({ order: "calibration", blind: undefined })}
        >
          Calibration
        </button>
      </fieldset>
      <label className="check-field">
        <input
          type="checkbox"
          checked={blind}
          onChange={(event) => setParams({ blind: event.target.checked ? "yes" : "no" })}
        />{" "}
        Blind
      </label>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setParams({ q: typed.trim() });
        }}
      >
        <input
          className="code queue-search"
          aria-label="Which attempts"
          placeholder="which attempts; empty: accepted ones"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => typed.trim() !== q && setParams({ q: typed.trim() })}
        />
      </form>
      <label className="check-field">
        Rater{" "}
        <input
          className="rater"
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
          onBlur={() => {
            if (name.trim() === "" || name === rater) return;
            keepRaterName(name);
            setParams({ rater: undefined });
          }}
        />
      </label>
      <span className="spacer" />
      <p className="sitting number" role="status" aria-live="off">
        <strong>{count(sitting.labels)}</strong> labels
        {rate !== undefined && (
          <>
            {" "}
            <strong>{count(rate)}</strong> an hour{lane ? ` (${lane})` : ""}
          </>
        )}
        {median !== undefined && <span className="quiet"> median {duration(median)}</span>}
        {all && (
          <span className="quiet">
            {" "}
            all sittings: {count(all.labels)}
            {all.perHour === undefined ? "" : `, ${count(Math.round(all.perHour))} an hour`}
            {all.withOneself && (
              <span title="Some patches come a second time, unmarked: so often you said the same again">
                , the same word again {count(all.withOneself.same)}/{count(all.withOneself.n)}
              </span>
            )}
            {all.withOthers && (
              <span title="Some patches were labelled alike by two others: so often you agreed with them">
                , as others agreed {count(all.withOthers.same)}/{count(all.withOthers.n)}
              </span>
            )}
          </span>
        )}
        <span className={outbox.failure ? "tone-warn" : "quiet"}>
          {" "}
          {outbox.waiting === 0 ? "all sent" : `${count(outbox.waiting)} to send`}
        </span>
        {outbox.refused > 0 && <span className="tone-bad"> {count(outbox.refused)} refused</span>}
      </p>
      {median !== undefined && sitting.labels >= 10 && median < HASTY_MS && (
        <p className="tone-warn hint" role="status">
          Half of these took under two seconds: look at some twice.
        </p>
      )}
      {sitting.activeMs > LONG_SITTING_MS && (
        <p className="quiet hint">You have labelled for 45 minutes: a pause keeps labels good.</p>
      )}
      {problems.map(({ message, start }) => (
        <p key={`${start}${message}`} className="tone-bad hint" role="alert">
          <Safe text={message} />
        </p>
      ))}
    </header>
  );
});
