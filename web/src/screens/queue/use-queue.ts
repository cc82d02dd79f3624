import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { LabelValue } from "../../../../src/domain/label.ts";
import type { QueueItem } from "../../../../src/ports/store.ts";
import type { QueryProblem, QueueAnswer, QueueBody } from "../../../../src/server/api.ts";
import { useDesk } from "../../data/ask.ts";
import { type AskFailure, asFailure } from "../../data/failure.ts";
import { activeMs, NO_SITTING, type Sitting, withLabel } from "../../label/pace.ts";

const LEASE = 20;
const LOW = 8;
const PREFETCH = 5;
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
  const { source, outbox, repairs } = useDesk();
  const key = JSON.stringify(body);
  const [items, setItems] = useState<readonly QueueItem[]>([]);
  const [decisions, setDecisions] = useState<readonly Decision[]>([]);
  const [sitting, setSitting] = useState<Sitting>(NO_SITTING);
  const [explainingKey, setExplaining] = useState<string>();
  const [failure, setFailure] = useState<AskFailure>();
  const [problems, setProblems] = useState<readonly QueryProblem[]>([]);
  const [waiting, setWaiting] = useState(true);
  const [dry, setDry] = useState(false);
  const [turn, setTurn] = useState(0);
  const asking = useRef(false);
  const done = useRef(new Set<string>());
  /** Labelled as a control: `done` knows most of these from the first time. */
  const again = useRef(new Set<string>());
  const shownAt = useRef(Date.now());

  // biome-ignore lint/correctness/useExhaustiveDependencies: another queue starts anew
  useEffect(() => {
    setItems([]);
    setDry(false);
    asking.current = false;
  }, [key, turn]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the body
  useEffect(() => {
    if (!shown || asking.current || dry || items.length >= LOW) return;
    asking.current = true;
    const wanted = key;
    const open = new Set([...items.map(({ attemptId }) => attemptId), ...outbox.attempts()]);
    setWaiting(true);
    source.send<QueueAnswer>("POST", "/api/queue", { ...body, size: LEASE }).then(
      (answer) => {
        if (wanted !== key) return;
        asking.current = false;
        const unsent = outbox.attempts();
        setItems((before) => {
          const known = new Set(before.map(({ attemptId }) => attemptId));
          const fresh = answer.items.filter((item) => {
            const given = item.control ? again.current : done.current;
            return !known.has(item.attemptId) && !unsent.has(item.attemptId) && !given.has(item.attemptId);
          });
          // Leases that are still open come back: nothing new means that there is no more, unless labels are on their way.
          const overtaken = answer.items.some(({ attemptId }) => !known.has(attemptId) && open.has(attemptId));
          if (fresh.length === 0) setDry((unsent.size === 0 && !overtaken) || answer.items.length === 0);
          return [...before, ...fresh];
        });
        setProblems(answer.problems);
        setFailure(undefined);
        setWaiting(false);
      },
      (thrown) => {
        asking.current = false;
        setFailure(asFailure(thrown));
        setWaiting(false);
        setTimeout(() => setItems((before) => [...before]), 3000);
      },
    );
  }, [key, items, dry, shown, turn, source, outbox]);

  useEffect(() => {
    for (const item of items.slice(0, PREFETCH + 1)) void repairs.load(item.repairId).catch(() => undefined);
  }, [items, repairs]);

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
    (current.control ? again : done).current.add(current.attemptId);
    if (duplicates) for (const id of current.duplicates) done.current.add(id);
    setDecisions((before) => [...before.slice(-(STRIP - 1)), { item: current, value, key: entry, ms, reasons: [] }]);
    setSitting((before) => withLabel(before, ms));
    setExplaining(value === "bad" ? entry : undefined);
    setItems((before) => before.slice(1).filter(({ attemptId, control }) => control || !done.current.has(attemptId)));
  };

  const undo = (): void => {
    const last = decisions.at(-1);
    if (!last) return;
    outbox.undo(last.key);
    (last.item.control ? again : done).current.delete(last.item.attemptId);
    for (const id of last.item.duplicates) done.current.delete(id);
    setExplaining(undefined);
    setDecisions((before) => before.slice(0, -1));
    setSitting((before) => ({
      labels: Math.max(0, before.labels - 1),
      activeMs: Math.max(0, before.activeMs - last.ms),
      each: before.each.slice(0, -1),
    }));
    setItems((before) => [last.item, ...before.filter(({ attemptId }) => attemptId !== last.item.attemptId)]);
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
  const lookAgain = useCallback(() => setTurn((last) => last + 1), []);
  return {
    current,
    next: items.slice(0, DRAWN),
    ahead: items.length,
    decisions,
    sitting,
    waiting: waiting || (items.length === 0 && !dry && failure === undefined),
    failure,
    problems,
    label,
    ready,
    undo,
    addReason,
    note,
    closeReasons,
    explaining,
    again: lookAgain,
  };
}
