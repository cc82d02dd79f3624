import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { LabelValue } from "../../../../src/domain/label.ts";
import type { QueueItem } from "../../../../src/ports/store.ts";
import type { QueryProblem, QueueBody } from "../../../../src/server/api.ts";
import { useDesk } from "../../data/ask.ts";
import type { AskFailure } from "../../data/failure.ts";
import { activeMs, NO_SITTING, type Sitting, withLabel } from "../../label/pace.ts";
import { useLeases } from "./use-leases.ts";

const STRIP = 10;
const DRAWN = 3;

/** A label that was given in this sitting. */
export interface Decision {
  readonly item: QueueItem;
  readonly value: LabelValue;
  /** In the outbox. */
  readonly key: string;
  readonly ms: number;
  readonly reasons: readonly string[];
}

export interface QueueState {
  readonly current: QueueItem | undefined;
  /** The current one, and those that are drawn ahead so that a key only has to show them. */
  readonly next: readonly QueueItem[];
  readonly ahead: number;
  readonly decisions: readonly Decision[];
  readonly sitting: Sitting;
  readonly waiting: boolean;
  readonly failure: AskFailure | undefined;
  readonly problems: readonly QueryProblem[];
  /** Bad ones are held until their reasons are given, or the next label is. */
  readonly label: (value: LabelValue, duplicates?: boolean) => void;
  /** Whether the patch is on the screen, so that it can be judged. */
  readonly ready: () => boolean;
  readonly undo: () => void;
  readonly addReason: (reason: string) => void;
  readonly note: (text: string) => void;
  readonly closeReasons: () => void;
  /** The last decision, while reasons for it can be given. */
  readonly explaining: Decision | undefined;
  readonly again: () => void;
}

/** The queue of one rater: leased ahead, prefetched, labelled through the outbox. */
export function useQueue(body: QueueBody, blind: boolean, shown: boolean): QueueState {
  const { outbox, repairs } = useDesk();
  const [decisions, setDecisions] = useState<readonly Decision[]>([]);
  const [sitting, setSitting] = useState<Sitting>(NO_SITTING);
  const [explainingKey, setExplaining] = useState<string>();
  const [given] = useState(() => ({ labelled: outbox.attempts(), controls: new Set<string>() }));
  const { items, change, waiting, failure, problems, again } = useLeases(body, shown, given);
  const shownAt = useRef(Date.now());

  const current = items[0];
  const currentId = current?.attemptId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item is shown from now on
  useEffect(() => {
    shownAt.current = Date.now();
  }, [currentId]);

  const closeReasons = useCallback(() => {
    outbox.release();
    setExplaining(undefined);
  }, [outbox]);

  useEffect(() => closeReasons, [closeReasons]);

  const ready = (): boolean => current !== undefined && repairs.peek(current.repairId) !== undefined;
  const label = (value: LabelValue, duplicates = false): void => {
    // What is not on the screen cannot be judged.
    if (!current || !ready()) return;
    const now = Date.now();
    const ms = activeMs(shownAt.current, now);
    const entry = outbox.put(
      {
        attemptId: current.attemptId,
        value,
        rater: body.rater,
        shownAt: shownAt.current,
        activeMs: ms,
        sawLabels: !blind,
        sawJudge: !blind,
        queue: current.control ?? body.order ?? "triage",
        ...(duplicates && { duplicates: true }),
      },
      value === "bad",
    );
    const { labelled, controls } = given;
    (current.control ? controls : labelled).add(current.attemptId);
    if (duplicates) for (const id of current.duplicates) labelled.add(id);
    setDecisions((before) => [...before.slice(-(STRIP - 1)), { item: current, value, key: entry, ms, reasons: [] }]);
    setSitting((before) => withLabel(before, ms));
    setExplaining(value === "bad" ? entry : undefined);
    change((before) => before.slice(1).filter(({ attemptId, control }) => control || !labelled.has(attemptId)));
  };

  const undo = (): void => {
    const last = decisions.at(-1);
    if (!last) return;
    outbox.undo(last.key);
    const { labelled, controls } = given;
    (last.item.control ? controls : labelled).delete(last.item.attemptId);
    for (const id of last.item.duplicates) labelled.delete(id);
    setExplaining(undefined);
    setDecisions((before) => before.slice(0, -1));
    setSitting((before) => ({
      labels: Math.max(0, before.labels - 1),
      activeMs: Math.max(0, before.activeMs - last.ms),
      each: before.each.slice(0, -1),
    }));
    change((before) => [last.item, ...before.filter(({ attemptId }) => attemptId !== last.item.attemptId)]);
  };

  const explaining = useMemo(() => decisions.find((each) => each.key === explainingKey), [decisions, explainingKey]);
  const addReason = (reason: string): void => {
    if (!explaining) return;
    const had = explaining.reasons.includes(reason);
    const reasons = had ? explaining.reasons.filter((each) => each !== reason) : [...explaining.reasons, reason];
    if (!outbox.amend(explaining.key, { reasons })) return;
    setDecisions((before) => before.map((each) => (each.key === explaining.key ? { ...each, reasons } : each)));
  };
  const note = (text: string): void => {
    if (explaining && text.trim() !== "") outbox.amend(explaining.key, { note: text.trim() });
    closeReasons();
  };
  return {
    current,
    next: items.slice(0, DRAWN),
    ahead: items.length,
    decisions,
    sitting,
    waiting,
    failure,
    problems,
    label,
    ready,
    undo,
    addReason,
    note,
    closeReasons,
    explaining,
    again,
  };
}
