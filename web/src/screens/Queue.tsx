import { Activity, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { QueueBody } from "../../../src/server/api.ts";
import { useDesk } from "../data/ask.ts";
import { raterName } from "../label/rater.ts";
import { REASONS } from "../label/reasons.ts";
import { go, linkTo, useRoute } from "../route.ts";
import { count, plural } from "../text/figures.ts";
import { useKeys } from "../view/keys.ts";
import { Empty, Failed, Waiting } from "../view/Parts.tsx";
import { Safe } from "../view/Safe.tsx";
import { useSplit } from "../view/use-split.ts";
import { AllDuplicates } from "./queue/AllDuplicates.tsx";
import { Decisions } from "./queue/Decisions.tsx";
import { Item } from "./queue/Item.tsx";
import { QueueHead } from "./queue/QueueHead.tsx";
import { Reasons } from "./queue/Reasons.tsx";
import { useQueue } from "./queue/use-queue.ts";

export function Queue() {
  const { config, outbox } = useDesk();
  const { params } = useRoute();
  const rater = params.rater ?? raterName(config.rater);
  const order = params.order === "calibration" ? "calibration" : "triage";
  const lane = params.lane === "flash" || params.lane === "deep" ? params.lane : undefined;
  const blind = params.blind === undefined ? order === "calibration" : params.blind === "yes";
  const body: QueueBody = {
    rater,
    order,
    q: params.q ?? "",
    ...(lane && { lane }),
    ...(order === "calibration" && { shared: true }),
  };
  const can = config.can.label && !config.readOnly;
  const queue = useQueue(body, blind, can);
  const sending = useSyncExternalStore(outbox.subscribe, outbox.state);
  const [split, setSplit] = useSplit();
  const note = useRef<HTMLInputElement>(null);
  const { current, explaining } = queue;
  const [asking, setAsking] = useState(false);
  // One that stands for itself alone has nobody to speak for.
  const askForAll = (): void => {
    if (current && current.duplicates.length > 1 && queue.ready()) setAsking(true);
    else queue.label("good");
  };
  const digits = explaining
    ? Object.fromEntries(REASONS.map(([code], at) => [String(at + 1), () => queue.addReason(code)]))
    : { "1": () => queue.label("good"), "2": () => queue.label("bad"), "3": () => queue.label("unsure") };
  useKeys(
    {
      ...digits,
      a: () => queue.label("good"),
      x: () => queue.label("bad"),
      " ": () => queue.label("unsure"),
      A: askForAll,
      u: queue.undo,
      Backspace: queue.undo,
      n: () => note.current?.focus(),
      Enter: queue.closeReasons,
      Escape: queue.closeReasons,
      d: () => setSplit(!split),
      o: () => current && go(linkTo("repair", current.repairId)),
    },
    can,
  );
  // What is shown must own the keys, or Space would press the button that was clicked last.
  useEffect(() => {
    if (!asking && document.activeElement instanceof HTMLButtonElement) document.activeElement.blur();
  });

  if (!can)
    return (
      <div className="screen">
        <Empty title="Nothing can be labelled here.">
          This page is read-only. Start <code>patchpro ui</code> in the repository's folder to label.
        </Empty>
      </div>
    );
  return (
    <div className="screen queue">
      <QueueHead
        rater={rater}
        order={order}
        lane={lane}
        blind={blind}
        q={body.q ?? ""}
        problems={queue.problems}
        sitting={queue.sitting}
        outbox={sending}
      />
      {current ? (
        queue.next.map((item, at) => (
          <Activity key={item.attemptId} mode={at === 0 ? "visible" : "hidden"}>
            <Item item={item} split={split} blind={blind} />
          </Activity>
        ))
      ) : queue.failure ? (
        <Failed failure={queue.failure} again={queue.again} />
      ) : queue.waiting ? (
        <Waiting what="the queue" />
      ) : (
        <Empty title="Nothing is left to label.">
          <p>
            {queue.sitting.labels > 0 ? `${count(queue.sitting.labels)} labels in this sitting. ` : ""}
            The queue holds accepted attempts that you have not labelled{lane ? `, in the ${lane} lane only` : ""}.
            Narrow or widen it with a search, or look at <a href={linkTo("traces")}>the traces</a>.
          </p>
          <button type="button" onClick={queue.again}>
            Look again
          </button>
        </Empty>
      )}
      {asking && current && (
        <AllDuplicates
          item={current}
          split={split}
          yes={() => {
            setAsking(false);
            queue.label("good", true);
          }}
          no={() => setAsking(false)}
        />
      )}
      <footer className="queue-foot">
        {explaining ? (
          <Reasons
            decision={explaining}
            field={note}
            toggle={queue.addReason}
            note={queue.note}
            close={queue.closeReasons}
          />
        ) : (
          <p className="reasons-none quiet">After a bad one, digits say here why; the next patch is shown meanwhile.</p>
        )}
        <div className="queue-actions">
          <button type="button" className="act-good" disabled={!current} onClick={() => queue.label("good")}>
            Good <kbd>a</kbd>
          </button>
          <button type="button" className="act-bad" disabled={!current} onClick={() => queue.label("bad")}>
            Bad <kbd>x</kbd>
          </button>
          <button type="button" disabled={!current} onClick={() => queue.label("unsure")}>
            Unsure <kbd>Space</kbd>
          </button>
          {current && current.duplicates.length > 1 && (
            <button type="button" onClick={askForAll}>
              Good for all {current.duplicates.length} equal patches <kbd>A</kbd>
            </button>
          )}
          <span className="spacer" />
          <Decisions decisions={queue.decisions} undo={queue.undo} />
          <span className="quiet number">{count(queue.ahead)} leased</span>
        </div>
        {sending.failure && sending.waiting > 0 && (
          <p className="notice tone-warn" role="status">
            <Safe text={sending.failure.message} /> {plural(sending.waiting, "label")} in this browser wait to be sent.
          </p>
        )}
      </footer>
    </div>
  );
}
