import type { Label } from "../../../src/domain/label.ts";
import type { LabelBody, LabelsAnswer, UndoAnswer } from "../../../src/server/api.ts";
import { type AskFailure, asFailure } from "../data/failure.ts";
import type { Source } from "../data/source.ts";
import { localShelf, type OutboxShelf, type ShelvedLabel } from "./shelf.ts";

/** How the outbox stands. */
export interface OutboxState {
  readonly waiting: number;
  readonly sending: boolean;
  /** Why nothing goes out at present. */
  readonly failure: AskFailure | undefined;
  /** Labels that the server refused for good: they are kept out of the way, and said. */
  readonly refused: number;
}

/** Labels on their way to the server. What is put in is on disk before `put` returns; a reload or a stopped server loses nothing. */
export interface Outbox {
  /** `hold`: not sent before `release`, a reload or another label. Returns the key by which it can be changed or taken back. */
  put(body: LabelBody, hold?: boolean): string;
  /** Changes a label that was not sent yet; false if it was. */
  amend(key: string, change: Partial<LabelBody>): boolean;
  release(): void;
  /** Takes a label back, sent or not. */
  undo(key: string): void;
  /** Attempts with labels that were not sent yet. */
  attempts(): Set<string>;
  state(): OutboxState;
  subscribe(told: () => void): () => void;
  onSent(told: (label: Label) => void): () => void;
}

const BATCH = 50;
const RETRY_MS = [1000, 2000, 5000, 10_000];

export function outbox(source: Source, shelf: OutboxShelf = localShelf()): Outbox {
  const tellers = new Set<() => void>();
  const sentTellers = new Set<(label: Label) => void>();
  let state: OutboxState = {
    waiting: shelf.all().length,
    sending: false,
    failure: undefined,
    refused: shelf.refused(),
  };
  let held: string | undefined;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: ReadonlySet<string> = new Set();

  const tell = (change: Partial<OutboxState>): void => {
    state = { ...state, ...change, waiting: shelf.all().length };
    for (const told of tellers) told();
  };
  const wake = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };
  const accept = (entry: ShelvedLabel, result: LabelsAnswer["results"][number] | undefined): void => {
    if (!result) return;
    if (!result.ok) {
      shelf.refuse(entry, result.error.message);
      return;
    }
    shelf.sent(entry.key, result.label.id);
    for (const told of sentTellers) told(result.label);
  };
  const sendUndos = async (): Promise<void> => {
    for (const entry of shelf.all()) {
      if (entry.kind !== "undo") continue;
      const id = shelf.labelId(entry.of);
      if (id !== undefined) await source.send<UndoAnswer>("POST", `/api/labels/${encodeURIComponent(id)}/undo`, {});
      shelf.drop(entry.key);
    }
  };
  const flush = async (): Promise<void> => {
    if (state.sending || source.bundled) return;
    const labels = shelf
      .all()
      .filter((entry) => entry.kind === "label")
      .filter(({ key }) => key !== held)
      .slice(0, BATCH);
    if (labels.length === 0 && !shelf.all().some(({ kind }) => kind === "undo")) return;
    tell({ sending: true });
    sending = new Set(labels.map(({ key }) => key));
    try {
      if (labels.length > 0) {
        const { results } = await source.send<LabelsAnswer>("POST", "/api/labels", {
          labels: labels.map(({ body }) => body),
        });
        for (const [at, entry] of labels.entries()) accept(entry, results[at]);
      }
      await sendUndos();
      failures = 0;
      sending = new Set();
      tell({ sending: false, failure: undefined, refused: shelf.refused() });
      if (shelf.all().some(({ key }) => key !== held)) wake(50);
    } catch (thrown) {
      sending = new Set();
      tell({ sending: false, failure: asFailure(thrown) });
      wake(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 10_000);
      failures += 1;
    }
  };
  wake(200);

  return {
    put: (body, hold = false) => {
      const key = shelf.put(body);
      held = hold ? key : undefined;
      tell({});
      wake(hold ? 300 : 150);
      return key;
    },
    amend: (key, change) => {
      if (sending.has(key)) return false;
      const done = shelf.amend(key, change);
      if (done) tell({});
      return done;
    },
    release: () => {
      held = undefined;
      wake(50);
    },
    undo: (key) => {
      if (held === key) held = undefined;
      const unsent = shelf.all().some((entry) => entry.key === key);
      if (unsent && !sending.has(key)) shelf.drop(key);
      else shelf.putUndo(key);
      tell({});
      wake(50);
    },
    attempts: () => new Set(shelf.all().flatMap((entry) => (entry.kind === "label" ? [entry.body.attemptId] : []))),
    state: () => state,
    subscribe: (told) => {
      tellers.add(told);
      return () => tellers.delete(told);
    },
    onSent: (told) => {
      sentTellers.add(told);
      return () => sentTellers.delete(told);
    },
  };
}
