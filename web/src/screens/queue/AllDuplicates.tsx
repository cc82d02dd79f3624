import { useEffect, useMemo, useRef } from "react";
import type { QueueItem } from "../../../../src/ports/store.ts";
import type { RawAnswer } from "../../../../src/server/api.ts";
import { useAsked, useDesk } from "../../data/ask.ts";
import { count } from "../../text/figures.ts";
import { DiffView } from "../../view/DiffView.tsx";
import { Failed, Kbd, Waiting } from "../../view/Parts.tsx";

const SAMPLES = 3;

/** Asks before one word is written for many: shows some of those that are not on the screen. Enter is yes, Esc is no. */
export function AllDuplicates({
  item,
  split,
  yes,
  no,
}: {
  readonly item: QueueItem;
  readonly split: boolean;
  readonly yes: () => void;
  readonly no: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    first.current?.focus();
  }, []);
  const others = item.duplicates.length - 1;
  const samples = useMemo(() => spread(item.duplicates.filter((id) => id !== item.attemptId)), [item]);
  return (
    <dialog ref={dialog} className="help" aria-label="Good for all" onClose={no} onCancel={no}>
      <div className="help-body all-duplicates">
        <h2>
          Good for this patch and {count(others)} {others === 1 ? "other" : "others"}?
        </h2>
        <p className="quiet">
          They change the same lines for the same rule, in other places.{" "}
          {samples.length === others ? "Here they are." : `Here are ${samples.length} of them.`}
        </p>
        {samples.map((attemptId) => (
          <Sample key={attemptId} attemptId={attemptId} split={split} />
        ))}
        <div className="queue-actions">
          <button type="button" className="primary" ref={first} onClick={yes}>
            Good for all {count(item.duplicates.length)} <Kbd>Enter</Kbd>
          </button>
          <button type="button" onClick={no}>
            No, one by one <Kbd>Esc</Kbd>
          </button>
        </div>
      </div>
    </dialog>
  );
}

function Sample({ attemptId, split }: { readonly attemptId: string; readonly split: boolean }) {
  const { source } = useDesk();
  const { value, failure, again } = useAsked(attemptId, (signal) =>
    source.get<RawAnswer>(`/api/attempts/${encodeURIComponent(attemptId)}/raw`, signal),
  );
  if (!value) return failure ? <Failed failure={failure} again={again} /> : <Waiting what="a sample" />;
  return (
    <div className="sample-diff">
      <DiffView diff={value.attempt.patch} label="Patch of a duplicate" split={split} empty="There is no patch." />
    </div>
  );
}

/** The first, the last and one between. */
function spread(ids: readonly string[]): string[] {
  if (ids.length <= SAMPLES) return [...ids];
  return [0, Math.floor((ids.length - 1) / 2), ids.length - 1].flatMap((at) => ids[at] ?? []);
}
