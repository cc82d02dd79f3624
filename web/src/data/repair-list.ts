import { useCallback, useEffect, useRef, useState } from "react";
import type { Facets, RepairRow } from "../../../src/ports/store.ts";
import type { QueryProblem, RepairsAnswer } from "../../../src/server/api.ts";
import { address } from "./address.ts";
import { useDesk } from "./ask.ts";
import { type AskFailure, asFailure } from "./failure.ts";

const FIRST_PAGE = 200;
const PAGE = 500;
/** Rows that are read ahead of the one in sight. */
const AHEAD = 150;

interface Loaded {
  readonly key: string;
  readonly rows: readonly RepairRow[];
  readonly next: string | undefined;
  readonly facets: Facets | undefined;
  readonly problems: readonly QueryProblem[];
}

export interface RepairList extends Omit<Loaded, "key" | "next"> {
  readonly total: number | undefined;
  readonly waiting: boolean;
  readonly failure: AskFailure | undefined;
  readonly again: () => void;
  /** Says which row is the last in sight, so that more are read in time. */
  readonly more: (last: number) => void;
}

/** The list as it was, so that going back shows it at once. */
let kept: Loaded | undefined;

/** Repairs under a query, read page by page while one scrolls. */
export function useRepairList(q: string, sort: string): RepairList {
  const { source } = useDesk();
  const key = JSON.stringify([q, sort]);
  const [loaded, setLoaded] = useState<Loaded | undefined>(() => (kept?.key === key ? kept : undefined));
  const [failure, setFailure] = useState<AskFailure>();
  const [waiting, setWaiting] = useState(loaded === undefined);
  const [turn, setTurn] = useState(0);
  const reading = useRef(false);
  const state = useRef(loaded);
  state.current = loaded;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again
  useEffect(() => {
    if (turn === 0 && state.current?.key === key) return;
    const stop = new AbortController();
    setWaiting(true);
    setFailure(undefined);
    source.get<RepairsAnswer>(address("/api/repairs", { q, sort, size: FIRST_PAGE }), stop.signal).then(
      (answer) => {
        if (stop.signal.aborted) return;
        kept = { key, rows: answer.items, next: answer.next, facets: answer.facets, problems: answer.problems };
        reading.current = false;
        setLoaded(kept);
        setWaiting(false);
      },
      (thrown) => {
        if (stop.signal.aborted) return;
        setFailure(asFailure(thrown));
        setWaiting(false);
      },
    );
    return () => stop.abort();
  }, [key, turn, source]);

  const more = useCallback(
    (last: number) => {
      const now = state.current;
      if (!now?.next || reading.current || last < now.rows.length - AHEAD) return;
      reading.current = true;
      const wanted = now.key;
      const [query, order] = JSON.parse(wanted) as [string, string];
      source
        .get<RepairsAnswer>(
          address("/api/repairs", { q: query, sort: order, size: PAGE, after: now.next, facets: "no" }),
        )
        .then(
          (answer) => {
            reading.current = false;
            const before = state.current;
            if (before?.key !== wanted) return;
            kept = { ...before, rows: [...before.rows, ...answer.items], next: answer.next };
            setLoaded(kept);
          },
          (thrown) => {
            reading.current = false;
            setFailure(asFailure(thrown));
          },
        );
    },
    [source],
  );
  const again = useCallback(() => setTurn((before) => before + 1), []);
  return {
    rows: loaded?.rows ?? [],
    facets: loaded?.facets,
    problems: loaded?.key === key ? loaded.problems : [],
    total: loaded?.facets?.total,
    waiting,
    failure,
    again,
    more,
  };
}

/** The rows of the list that was shown last: what `j` and `k` go through in a repair. */
export const keptRows = (): readonly RepairRow[] => kept?.rows ?? [];
