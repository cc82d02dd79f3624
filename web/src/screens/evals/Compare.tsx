import type { CompareAnswer, EvalRunRow } from "../../../../src/server/eval-api.ts";
import { address } from "../../data/address.ts";
import { useAsked, useDesk } from "../../data/ask.ts";
import { chance, points } from "../../text/changes.ts";
import { percent } from "../../text/figures.ts";
import { Failed, Panel, Waiting } from "../../view/Parts.tsx";
import { Safe } from "../../view/Safe.tsx";
import { Amounts, Slices } from "./CompareTables.tsx";
import { Flips } from "./Flips.tsx";
import { type Chosen, longName, rateOf } from "./runs.ts";

interface CompareProps {
  readonly runs: readonly EvalRunRow[];
  readonly chosen: Chosen;
  readonly choose: (run: EvalRunRow, asBase: boolean) => void;
}

/** Two runs side by side: what flipped first, then what it amounts to. */
export function Compare({ runs, chosen, choose }: CompareProps) {
  const { base, head } = chosen;
  const picker = (name: string, run: EvalRunRow | undefined, asBase: boolean) => (
    <label className="run-choice">
      <span>{name}</span>
      <select
        value={run?.id ?? ""}
        onChange={(event) => {
          const picked = runs.find(({ id }) => id === event.target.value);
          if (picked) choose(picked, asBase);
        }}
      >
        {run === undefined && <option value="">none</option>}
        {runs.map((each) => (
          <option key={each.id} value={each.id}>
            {`${longName(each)}: ${rateOf(each)}`}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Panel title="Compare" className="compare">
      <div className="run-choices">
        {picker("Base", base, true)}
        {picker("Head", head, false)}
      </div>
      {base && head && base.id !== head.id ? (
        <Comparison base={base.id} head={head.id} />
      ) : (
        <p className="nothing">
          {runs.length < 2 ? (
            <>This is the only run. Change something and run the evals again: what flipped is listed here.</>
          ) : (
            "Base and head are the same run. Choose another base."
          )}
        </p>
      )}
    </Panel>
  );
}

function Comparison({ base, head }: { readonly base: string; readonly head: string }) {
  const { source } = useDesk();
  const path = address("/api/evals/compare", { base, head });
  const asked = useAsked(path, (signal) => source.get<CompareAnswer>(path, signal));
  const answer = asked.value;
  if (asked.failure) return <Failed failure={asked.failure} again={asked.again} />;
  if (!answer) return <Waiting what="both runs" />;
  const { comparison, gate } = answer;
  return (
    <div className={asked.waiting ? "compare-body old" : "compare-body"}>
      <Verdict gate={gate} />
      <Flips title="Broken" flips={comparison.broken} />
      <Flips title="Fixed" flips={comparison.fixed} />
      <Sums comparison={comparison} />
      <Slices slices={comparison.slices} />
      <Amounts amounts={comparison.amounts} />
    </div>
  );
}

const VERDICTS = {
  pass: ["good", "The gate would open."],
  warn: ["warn", "The gate would open, with a warning."],
  block: ["bad", "The gate would shut."],
} as const;

function Verdict({ gate: { verdict, findings } }: Pick<CompareAnswer, "gate">) {
  const [tone, words] = VERDICTS[verdict];
  return (
    <div className="verdict">
      <span className={`status tone-${tone}`}>
        <span className="dot" aria-hidden="true" />
        {words}
      </span>
      <ul>
        {findings.map(({ rule, message }) => (
          <li key={rule} className="quiet">
            {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Sums({ comparison }: { readonly comparison: CompareAnswer["comparison"] }) {
  const { n, same, rates, difference, p, detectable, leftOut } = comparison;
  const { delta, low, high } = difference;
  const left = Object.values(leftOut).reduce((sum, names) => sum + names.length, 0);
  if (n === 0 || delta === undefined) return <p className="nothing">No case was decided in both runs.</p>;
  return (
    <section className="sums" aria-label="What it amounts to">
      <p className="delta number">{points(delta)}</p>
      <p className="number">
        95 %: {points(low)} to {points(high)}; {chance(p)} (McNemar, mid-p)
      </p>
      <p className="quiet number">
        {percent(rates.base.share ?? 0)} to {percent(rates.head.share ?? 0)} of {n} cases; {same} the same
        {difference.clusters < n && `, in ${difference.clusters} groups`}
        {left > 0 && `; ${left} not compared`}
      </p>
      <p className="quiet">
        {detectable === undefined
          ? "So few cases could not show any gain."
          : `So many cases show a gain of ${points(detectable).replace("+", "")} or more (80 % power, if 5 % break).`}
      </p>
      {leftOut.errored.length + leftOut.onlyBase.length > 0 && (
        <p className="tone-warn">
          Errored or missing in head: <Safe text={[...leftOut.errored, ...leftOut.onlyBase].join(", ")} most={200} />
        </p>
      )}
    </section>
  );
}
