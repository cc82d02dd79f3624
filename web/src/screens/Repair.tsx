import { useCallback, useEffect, useState } from "react";
import { useAsked, useDesk } from "../data/ask.ts";
import { keptRows } from "../data/repair-list.ts";
import { go, linkTo, setParams, useRoute } from "../route.ts";
import { moments } from "../text/figures.ts";
import { Checks } from "../view/Checks.tsx";
import { DiffView } from "../view/DiffView.tsx";
import { useKeys } from "../view/keys.ts";
import { Empty, Failed, Panel, Status, Waiting } from "../view/Parts.tsx";
import { Safe } from "../view/Safe.tsx";
import { useSplit } from "../view/use-split.ts";
import { Drawer, TABS, type Tab } from "./repair/Drawer.tsx";
import { FindingPane } from "./repair/FindingPane.tsx";
import { RepairHead } from "./repair/RepairHead.tsx";
import { useExample } from "./repair/use-example.ts";

export function Repair() {
  const { repairs, config } = useDesk();
  const { id, params } = useRoute();
  const [turn, setTurn] = useState(0);
  const asked = useAsked(`${id} ${turn}`, () => repairs.load(id));
  // What is at hand is drawn at once, so that stepping through repairs does not flash.
  const answer = repairs.peek(id) ?? (asked.value?.repair.id === id ? asked.value : undefined);
  const [split, setSplit] = useSplit();
  const attempts = answer?.attempts ?? [];
  const attempt = attempts.find((each) => String(each.number) === params.attempt) ?? attempts.at(-1);
  const tab = TABS.find(([name]) => name === params.tab)?.[0] ?? (attempts.length > 1 ? "attempts" : "reply");
  const setTab = (to: Tab): void => setParams({ tab: to });
  const choose = (number: number | undefined): void => {
    if (number !== undefined) setParams({ attempt: String(number) });
  };
  const again = useCallback(() => {
    repairs.forget(id);
    setTurn((last) => last + 1);
  }, [repairs, id]);
  const example = useExample(attempt, answer?.labels ?? [], again);
  const step = (by: number): void => {
    const rows = keptRows();
    const at = rows.findIndex((row) => row.id === id);
    const row = at < 0 ? undefined : rows[at + by];
    if (row)
      go(linkTo("repair", row.id, { q: params.q, sort: params.sort, row: String(at + by), tab: params.tab }), true);
  };
  useEffect(() => {
    const rows = keptRows();
    const at = rows.findIndex((row) => row.id === id);
    for (const near of [rows[at + 1], rows[at - 1]])
      if (at >= 0 && near) void repairs.load(near.id).catch(() => undefined);
  }, [id, repairs]);
  const back = (): void => go(linkTo("traces", "", { q: params.q, sort: params.sort, row: params.row }));
  const at = attempts.findIndex((each) => each.id === attempt?.id);
  useKeys({
    s: () => example.mark("good"),
    b: () => example.mark("bad"),
    u: example.undo,
    d: () => setSplit(!split),
    "[": () => choose(attempts[at - 1]?.number),
    "]": () => choose(attempts[at + 1]?.number),
    ArrowLeft: () => choose(attempts[at - 1]?.number),
    ArrowRight: () => choose(attempts[at + 1]?.number),
    j: () => step(1),
    k: () => step(-1),
    c: () => attempt && config.can.correct && go(linkTo("correct", attempt.id, { repair: id })),
    e: () => attempt && config.can.playground && go(linkTo("playground", attempt.id, { repair: id })),
    Escape: back,
    ...Object.fromEntries(TABS.map(([name, , key]) => [key, () => setTab(name)])),
  });

  if (!answer) {
    if (asked.failure)
      return (
        <div className="screen">
          <Failed failure={asked.failure} again={again} />
        </div>
      );
    return (
      <div className="screen">
        <Waiting what="the repair" />
      </div>
    );
  }
  if (!attempt)
    return (
      <div className="screen">
        <Empty title="This repair has no attempt.">
          No model was asked for it. <a href={linkTo("traces")}>Back to the traces</a>
        </Empty>
      </div>
    );
  return (
    <div className="screen repair">
      <RepairHead answer={answer} attempt={attempt} example={example} choose={choose} back={back} />
      <div className="panes">
        <Panel
          title={answer.repair.findings.length === 1 ? "Finding" : `${answer.repair.findings.length} findings`}
          className="pane-finding"
        >
          <FindingPane findings={answer.repair.findings} closed={answer.repair.closed} attempt={attempt} />
        </Panel>
        <Panel
          title="Patch"
          className="pane-diff"
          side={
            <>
              {attempt.patchFacts && (
                <span className="number">
                  <span className="tone-good">+{attempt.patchFacts.added}</span>{" "}
                  <span className="tone-bad">-{attempt.patchFacts.deleted}</span>
                </span>
              )}
              <fieldset className="segments" aria-label="Diff">
                <button type="button" aria-pressed={!split} onClick={() => setSplit(false)}>
                  Unified
                </button>
                <button type="button" aria-pressed={split} onClick={() => setSplit(true)}>
                  Split
                </button>
              </fieldset>
            </>
          }
        >
          <DiffView
            diff={attempt.patch}
            label="Patch"
            split={split}
            empty={attempt.outcome === undefined ? "No answer yet." : "The reply held no patch that could be read."}
          />
        </Panel>
        <Panel title="Checks" className="pane-checks" side={<Status value={attempt.outcome} />}>
          <Checks checks={attempt.checks} code={attempt.code} reason={attempt.reason} />
          {answer.labels.length > 0 && (
            <div className="label-list">
              <h3>Labels</h3>
              {answer.labels
                .filter((label) => label.attemptId === attempt.id)
                .map((label) => (
                  <p key={label.id}>
                    <Status value={label.value} /> <Safe text={label.rater} most={60} />{" "}
                    <span className="quiet number">{moments(label.decidedAt)}</span>
                    {label.note !== undefined && (
                      <span className="label-note">
                        <Safe text={label.note} most={600} />
                      </span>
                    )}
                  </p>
                ))}
            </div>
          )}
        </Panel>
      </div>
      <Drawer answer={answer} attempt={attempt} tab={tab} setTab={setTab} choose={(to) => choose(to.number)} />
    </div>
  );
}
