import { useCallback, useEffect, useRef, useState } from "react";
import type { QueueItem } from "../../../../src/ports/store.ts";
import type { QueryProblem, QueueAnswer, QueueBody } from "../../../../src/server/api.ts";
import { useDesk } from "../../data/ask.ts";
import { type AskFailure, asFailure } from "../../data/failure.ts";

const LEASE = 20;
const LOW = 8;
const PREFETCH = 5;
const AFTER_FAILURE_MS = 3000;
/** While labels are on their way, the server still gives what they are about. */
const UNTIL_WRITTEN_MS = [100, 200, 500, 1000, 5000];

/** What was decided here already, also where the server does not know it yet. */
export interface Given {
  readonly labelled: ReadonlySet<string>;
  /** Labelled as a control: `labelled` knows most of these from the first time. */
  readonly controls: ReadonlySet<string>;
}

export interface Leases {
  /** In the order in which they are to be judged. */
  readonly items: readonly QueueItem[];
  readonly change: (change: (before: readonly QueueItem[]) => readonly QueueItem[]) => void;
  readonly waiting: boolean;
  readonly failure: AskFailure | undefined;
  readonly problems: readonly QueryProblem[];
  /** Asks anew, after nothing was left. */
  readonly again: () => void;
}

/** Attempts leased to one rater ahead of need, with their repairs fetched. Another `body` is another queue, and starts anew. */
export function useLeases(body: QueueBody, shown: boolean, given: Given): Leases {
  const { source, repairs } = useDesk();
  const key = JSON.stringify(body);
  const [items, setItems] = useState<readonly QueueItem[]>([]);
  const [failure, setFailure] = useState<AskFailure>();
  const [problems, setProblems] = useState<readonly QueryProblem[]>([]);
  const [waiting, setWaiting] = useState(true);
  const [dry, setDry] = useState(false);
  const [turn, setTurn] = useState(0);
  const name = `${turn} ${key}`;
  const [open, setOpen] = useState(name);
  if (open !== name) {
    setOpen(name);
    setItems([]);
    setDry(false);
  }
  /** Stands for the queue that is open: what was asked for another one is not wanted any more. */
  const queue = useRef({ asking: false, inVain: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another queue starts anew
  useEffect(() => {
    queue.current = { asking: false, inVain: 0 };
  }, [name]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `name` stands for the body
  useEffect(() => {
    const asked = queue.current;
    if (!shown || asked.asking || dry || items.length >= LOW) return;
    asked.asking = true;
    setWaiting(true);
    const askAgain = (ms: number): void => {
      setTimeout(() => {
        asked.asking = false;
        if (asked === queue.current) setItems((before) => [...before]);
      }, ms);
    };
    source.send<QueueAnswer>("POST", "/api/queue", { ...body, size: LEASE }).then(
      (answer) => {
        if (asked !== queue.current) return;
        const { labelled, controls } = given;
        const known = new Set(items.map(({ attemptId }) => attemptId));
        const fresh = answer.items.filter(
          ({ attemptId, control }) => !known.has(attemptId) && !(control ? controls : labelled).has(attemptId),
        );
        setProblems(answer.problems);
        setFailure(undefined);
        setWaiting(false);
        if (fresh.length > 0) {
          asked.asking = false;
          asked.inVain = 0;
          setItems((before) => [...before, ...fresh.filter((item) => !holds(before, item))]);
        } else if (answer.items.length < LEASE) {
          // Open leases come first: fewer than were asked for means that there is nothing behind them.
          asked.asking = false;
          setDry(true);
        } else {
          askAgain(UNTIL_WRITTEN_MS[Math.min(asked.inVain, UNTIL_WRITTEN_MS.length - 1)] ?? 0);
          asked.inVain += 1;
        }
      },
      (thrown) => {
        if (asked !== queue.current) return;
        setFailure(asFailure(thrown));
        setWaiting(false);
        askAgain(AFTER_FAILURE_MS);
      },
    );
  }, [name, items, dry, shown, source]);

  useEffect(() => {
    for (const item of items.slice(0, PREFETCH + 1)) void repairs.load(item.repairId).catch(() => undefined);
  }, [items, repairs]);

  const again = useCallback(() => setTurn((last) => last + 1), []);
  const nothingYet = items.length === 0 && !dry && failure === undefined;
  return { items, change: setItems, waiting: waiting || nothingYet, failure, problems, again };
}

function holds(items: readonly QueueItem[], { attemptId }: QueueItem): boolean {
  return items.some((item) => item.attemptId === attemptId);
}
