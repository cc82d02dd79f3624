import { createContext, useCallback, useContext, useEffect, useRef, useState } from "react";
import type { ConfigAnswer } from "../../../src/server/api.ts";
import type { Outbox } from "../label/outbox.ts";
import { type AskFailure, asFailure } from "./failure.ts";
import type { RepairCache } from "./repair-cache.ts";
import type { Source } from "./source.ts";

/** What every screen works with. */
export interface Desk {
  readonly source: Source;
  readonly config: ConfigAnswer;
  readonly repairs: RepairCache;
  readonly outbox: Outbox;
}

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("A screen was drawn outside the page.");
  return desk;
}

export interface Asked<Value> {
  /** The last answer; while a new question is out, the one before it. */
  readonly value: Value | undefined;
  readonly failure: AskFailure | undefined;
  readonly waiting: boolean;
  readonly again: () => void;
}

/** Asks when `key` changes; undefined asks nothing. A question that is not wanted any more is aborted. */
export function useAsked<Value>(key: string | undefined, ask: (signal: AbortSignal) => Promise<Value>): Asked<Value> {
  const [state, setState] = useState<{ value?: Value; failure?: AskFailure; waiting: boolean }>({
    waiting: key !== undefined,
  });
  const [turn, setTurn] = useState(0);
  const asking = useRef(ask);
  asking.current = ask;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again
  useEffect(() => {
    if (key === undefined) return;
    const stop = new AbortController();
    setState((last) => ({ ...(last.value !== undefined && { value: last.value }), waiting: true }));
    asking.current(stop.signal).then(
      (value) => stop.signal.aborted || setState({ value, waiting: false }),
      (thrown) =>
        stop.signal.aborted ||
        setState((last) => ({
          ...(last.value !== undefined && { value: last.value }),
          failure: asFailure(thrown),
          waiting: false,
        })),
    );
    return () => stop.abort();
  }, [key, turn]);
  const again = useCallback(() => setTurn((last) => last + 1), []);
  return { value: state.value, failure: state.failure, waiting: state.waiting, again };
}
