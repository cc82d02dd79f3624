import { memo, useEffect } from "react";
import type { QueueItem } from "../../../../src/ports/store.ts";
import { useAsked, useDesk } from "../../data/ask.ts";
import { Checks } from "../../view/Checks.tsx";
import { DiffView } from "../../view/DiffView.tsx";
import { Failed, Panel, Waiting } from "../../view/Parts.tsx";
import { Safe } from "../../view/Safe.tsx";
import { TextView } from "../../view/TextView.tsx";
import { FindingPane } from "../repair/FindingPane.tsx";

const RETRY_MS = 1500;

/** Everything that a label needs, on one screen. Blind: no model, no cost, no labels, no judge. */
export const Item = memo(function Item({
  item,
  split,
  blind,
}: {
  readonly item: QueueItem;
  readonly split: boolean;
  readonly blind: boolean;
}) {
  const { repairs } = useDesk();
  const ready = repairs.peek(item.repairId);
  const asked = useAsked(ready ? undefined : item.repairId, () => repairs.load(item.repairId));
  const answer = ready ?? asked.value;
  const { failure, again } = asked;
  useEffect(() => {
    if (!failure?.passing) return;
    const soon = setTimeout(again, RETRY_MS);
    return () => clearTimeout(soon);
  }, [failure, again]);
  if (!answer) return failure ? <Failed failure={failure} again={again} /> : <Waiting what="the patch" />;
  const attempt = answer.attempts.find((each) => each.id === item.attemptId);
  if (!attempt) return <p className="nothing">This attempt is not in the store any more: undo, or mark it unsure.</p>;
  const checks = blind ? attempt.checks.filter(({ name }) => name !== "judged") : attempt.checks;
  return (
    <>
      <div className="queue-title" data-attempt={item.attemptId}>
        <code className="rule">
          <Safe text={item.ruleId} most={60} />
        </code>
        <span className="path">
          <Safe text={item.path} most={160} />
        </span>
        <span className="quiet number">
          {attempt.patch === undefined ? "no patch" : `${item.changedLines} changed lines`}
        </span>
        {item.duplicates.length > 1 && (
          <span className="label-chip">stands for {item.duplicates.length} equal patches</span>
        )}
        <span className="spacer" />
        {!blind && (
          <span className="quiet">
            <Safe text={attempt.model} most={60} />, attempt {attempt.number}
          </span>
        )}
      </div>
      <div className="panes queue-panes">
        <Panel
          title={answer.repair.findings.length === 1 ? "Finding" : `${answer.repair.findings.length} findings`}
          className="pane-finding"
        >
          <FindingPane findings={answer.repair.findings} closed={undefined} attempt={attempt} />
        </Panel>
        {attempt.patch === undefined ? (
          <Panel title="Reply; no patch could be read from it" className="pane-diff">
            <TextView text={attempt.reply} label="Reply" empty="No reply came." />
          </Panel>
        ) : (
          <Panel title="Patch" className="pane-diff">
            <DiffView diff={attempt.patch} label="Patch" split={split} empty="There is no patch." />
          </Panel>
        )}
        <Panel title="Checks" className="pane-checks">
          <Checks checks={checks} code={attempt.code} reason={attempt.reason} />
        </Panel>
      </div>
    </>
  );
});
