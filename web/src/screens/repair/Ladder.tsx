import { useEffect, useState } from "react";
import type { AttemptTrace } from "../../../../src/domain/trace.ts";
import { compareLines } from "../../text/compare-lines.ts";
import { duration, money } from "../../text/figures.ts";
import { DiffView } from "../../view/DiffView.tsx";
import { Status } from "../../view/Parts.tsx";
import { Safe } from "../../view/Safe.tsx";

interface LadderProps {
  readonly attempts: readonly AttemptTrace[];
  readonly missing: readonly number[];
  readonly chosen: string;
  readonly choose: (attempt: AttemptTrace) => void;
}

/** Attempts side by side: what each was told, what it tried, and what changed from the one before. */
export function Ladder({ attempts, missing, chosen, choose }: LadderProps) {
  return (
    <div className="ladder">
      {missing.length > 0 && (
        <p className="ladder-missing tone-warn" role="alert">
          Attempt {missing.join(", ")} was not recorded.
        </p>
      )}
      {attempts.map((attempt, at) => (
        <Column
          key={attempt.id}
          attempt={attempt}
          before={attempts[at - 1]}
          chosen={attempt.id === chosen}
          choose={choose}
        />
      ))}
    </div>
  );
}

interface ColumnProps {
  readonly attempt: AttemptTrace;
  readonly before: AttemptTrace | undefined;
  readonly chosen: boolean;
  readonly choose: (attempt: AttemptTrace) => void;
}

function Column({ attempt, before, chosen, choose }: ColumnProps) {
  const again = before?.signature !== undefined && before.signature === attempt.signature;
  return (
    <section className={`ladder-column ${chosen ? "chosen" : ""}`} aria-label={`Attempt ${attempt.number}`}>
      <header>
        <button type="button" className="link" onClick={() => choose(attempt)} aria-pressed={chosen}>
          Attempt {attempt.number}
        </button>
        <Status value={attempt.outcome} />
        {again && <span className="label-chip tone-warn">same error again</span>}
        <span className="quiet number">
          {money(attempt.costMicroUsd)}, {duration(attempt.latencyMs)}
        </span>
      </header>
      <h3>Was told</h3>
      <p className="ladder-told">
        {attempt.feedback !== undefined ? (
          <Safe text={attempt.feedback} most={1500} />
        ) : (
          <span className="quiet">
            {attempt.number === 1 ? "Nothing: it is the first." : "Nothing of the attempt before."}
          </span>
        )}
      </p>
      <h3>Ended</h3>
      <p className="ladder-told">
        {attempt.code !== undefined && <code className="check-code">{attempt.code}</code>}{" "}
        <Safe text={attempt.reason ?? attempt.outcome ?? "It is still open."} most={800} />
      </p>
      <h3>{before ? "Changed in the patch" : "Patch"}</h3>
      <Changed
        name="patch"
        before={before ? bodyOf(before.patch ?? "") : undefined}
        after={before ? bodyOf(attempt.patch ?? "") : (attempt.patch ?? "")}
      />
      {before && (
        <>
          <h3>Changed in the prompt</h3>
          <Changed name="prompt" before={before.prompt} after={attempt.prompt} />
        </>
      )}
    </section>
  );
}

/** The lines that a patch leaves and adds, without hunk headers, whose numbers move with everything above. */
const bodyOf = (patch: string): string =>
  patch
    .split("\n")
    .filter((line) => !line.startsWith("@@"))
    .join("\n");

function Changed({
  name,
  before,
  after,
}: {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string;
}) {
  const [diff, setDiff] = useState<string>();
  useEffect(() => {
    if (before === undefined) {
      setDiff(after);
      return;
    }
    const stop = new AbortController();
    setDiff(undefined);
    compareLines(before, after, name, stop.signal).then(setDiff, () => undefined);
    return () => stop.abort();
  }, [before, after, name]);
  if (diff === undefined) return <p className="nothing waiting">Comparing …</p>;
  return (
    <div className={before === undefined ? "ladder-diff" : "ladder-diff ladder-changed"}>
      <DiffView
        diff={diff}
        label={`Changes in the ${name}`}
        split={false}
        empty={before === undefined ? "The reply held no patch." : `The ${name} is the same.`}
      />
    </div>
  );
}
