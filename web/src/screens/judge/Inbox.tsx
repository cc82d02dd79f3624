import { useEffect, useRef } from "react";
import type { Disagreement } from "../../../../src/eval/judge/disagreements.ts";
import type { AcceptAnswer, AcceptBody } from "../../../../src/server/judge-api.ts";
import { useDesk } from "../../data/ask.ts";
import { asFailure } from "../../data/failure.ts";
import { raterName } from "../../label/rater.ts";
import { sawVerdicts } from "../../label/seen-verdicts.ts";
import { go, linkTo, setParams, useRoute } from "../../route.ts";
import { count } from "../../text/figures.ts";
import { useKeys } from "../../view/keys.ts";
import { Kbd, Panel, Status } from "../../view/Parts.tsx";
import { Safe } from "../../view/Safe.tsx";
import { toast } from "../../view/toasts.tsx";

interface InboxProps {
  readonly judgeId: string;
  readonly all: readonly Disagreement[];
  readonly changed: () => void;
}

/** Where people and the judge differ. Those of the test split stay out unless asked for: who reads them bends the judge to its test. */
export function Inbox({ judgeId, all, changed }: InboxProps) {
  const { source, config } = useDesk();
  const { params } = useRoute();
  const tested = all.filter(({ split }) => split === "test").length;
  const shown = params.tested === "yes" ? all : all.filter(({ split }) => split !== "test");
  const at = Math.max(0, Math.min(shown.length - 1, Number(params.row ?? 0) || 0));
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: reveals the row that `at` names
  useEffect(() => {
    if (params.row !== undefined) list.current?.querySelector(".chosen")?.scrollIntoView({ block: "nearest" });
  }, [at]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: lists of equal length from one answer are the same
  useEffect(() => sawVerdicts(shown.map(({ attemptId }) => attemptId)), [all, shown.length]);
  const move = (to: number): void => setParams({ row: String(Math.max(0, Math.min(shown.length - 1, to))) });
  const next = (): void => {
    const found = shown.findIndex(({ accepted }, index) => index > at && !accepted);
    move(found < 0 ? at : found);
  };
  const open = (one: Disagreement | undefined): void => {
    if (one) go(linkTo("repair", one.repairId, { attempt: String(one.number) }));
  };
  const accept = async (one: Disagreement | undefined): Promise<void> => {
    if (!one || one.accepted || one.split === "test" || !config.can.label) return;
    const body: AcceptBody = { attemptId: one.attemptId, rater: raterName(config.rater) };
    try {
      await source.send<AcceptAnswer>("POST", `/api/judges/${encodeURIComponent(judgeId)}/accept`, body);
      toast("Accepted: judges to come are shown it, and nothing is measured by it any more.");
      changed();
    } catch (thrown) {
      toast(asFailure(thrown).message, { tone: "bad" });
    }
  };
  useKeys({
    j: () => move(at + 1),
    k: () => move(at - 1),
    n: next,
    Enter: () => open(shown[at]),
    a: () => void accept(shown[at]),
  });
  return (
    <Panel
      title="Disagreements"
      className="judge-inbox"
      side={
        <>
          <span className="quiet number">{count(shown.length)}</span>
          {tested > 0 && (
            <button
              type="button"
              className="small"
              aria-pressed={params.tested === "yes"}
              title="Who mends a judge by its test split bends it to its test"
              onClick={() => setParams({ tested: params.tested === "yes" ? undefined : "yes", row: undefined })}
            >
              {count(tested)} of the test split
            </button>
          )}
        </>
      }
    >
      {shown.length === 0 ? (
        <p className="nothing">
          {all.length === 0
            ? "No disagreement: nobody labelled what it judged, or all agree."
            : "Train and dev hold no disagreement."}
        </p>
      ) : (
        <ol className="inbox" ref={list}>
          {shown.map((one, index) => (
            <Line
              key={one.attemptId}
              one={one}
              chosen={index === at}
              choose={() => move(index)}
              accept={config.can.label && one.split !== "test" ? () => void accept(one) : undefined}
            />
          ))}
        </ol>
      )}
      <p className="inbox-keys quiet">
        <Kbd>j</Kbd> <Kbd>k</Kbd> move <Kbd>n</Kbd> next open <Kbd>Enter</Kbd> repair <Kbd>a</Kbd> accept the people's
        word
      </p>
    </Panel>
  );
}

interface LineProps {
  readonly one: Disagreement;
  readonly chosen: boolean;
  readonly choose: () => void;
  readonly accept: (() => void) | undefined;
}

function Line({ one, chosen, choose, accept }: LineProps) {
  const { ruleId, path, human, judge, critique, note, rater, split, accepted } = one;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: j and k move through the list
    <li className={chosen ? "chosen" : ""} aria-current={chosen ? "true" : undefined} onClick={choose}>
      <p className="inbox-head">
        <a href={linkTo("repair", one.repairId, { attempt: String(one.number) })}>
          <code className="rule">
            <Safe text={ruleId} most={60} />
          </code>{" "}
          <Safe text={path} most={120} />
        </a>
        <span className="label-chip">{split}</span>
      </p>
      <p>
        People <Status value={human} /> judge <Status value={judge} />
        {judge === "pass" && <span className="judge-warn"> it would have gone out</span>}
      </p>
      <p className="inbox-words">
        <span className="quiet">Judge: </span>
        <Safe text={critique} most={600} />
      </p>
      {note !== "" && (
        <p className="inbox-words">
          <span className="quiet">
            <Safe text={rater} most={40} />:{" "}
          </span>
          <Safe text={note} most={600} />
        </p>
      )}
      {accepted ? (
        <span className="label-chip tone-good">accepted, shown to judges</span>
      ) : (
        accept && (
          <button type="button" className="small" onClick={accept}>
            Accept the people's word
          </button>
        )
      )}
    </li>
  );
}
