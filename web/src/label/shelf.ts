import type { LabelBody } from "../../../src/server/api.ts";

export interface ShelvedLabel {
  readonly kind: "label";
  readonly key: string;
  readonly body: LabelBody;
}
export interface ShelvedUndo {
  readonly kind: "undo";
  readonly key: string;
  /** Key of the label that is taken back. */
  readonly of: string;
}

/** What is not sent yet, in the order in which it was put in, and the ids of what was. */
export interface OutboxShelf {
  all(): readonly (ShelvedLabel | ShelvedUndo)[];
  put(body: LabelBody): string;
  putUndo(of: string): void;
  amend(key: string, change: Partial<LabelBody>): boolean;
  drop(key: string): void;
  sent(key: string, labelId: string): void;
  labelId(key: string): string | undefined;
  refuse(entry: ShelvedLabel, why: string): void;
  refused(): number;
}

const OUT = "patchpro.out.";
const SENT = "patchpro.sent";
const REFUSED = "patchpro.refused.";
const SENT_KEPT = 200;

/** In `localStorage`: written before a key press is answered, one entry a label, so that two tabs do not overwrite each other. */
export function localShelf(storage: Storage = localStorage): OutboxShelf {
  let counter = 0;
  const newKey = (): string => {
    counter += 1;
    return `${Date.now().toString(36).padStart(9, "0")}${String(counter).padStart(6, "0")}${crypto.randomUUID().slice(0, 4)}`;
  };
  const entries = new Map<string, ShelvedLabel | ShelvedUndo>();
  const write = (entry: ShelvedLabel | ShelvedUndo): void => {
    storage.setItem(OUT + entry.key, JSON.stringify(entry));
    entries.set(entry.key, entry);
  };
  for (const name of Object.keys(storage)
    .filter((each) => each.startsWith(OUT))
    .sort()) {
    const entry = readEntry(storage.getItem(name));
    if (entry) entries.set(entry.key, entry);
  }
  const sentIds = new Map<string, string>(readPairs(storage.getItem(SENT)));
  const drop = (key: string): void => {
    storage.removeItem(OUT + key);
    entries.delete(key);
  };
  return {
    all: () => [...entries.values()],
    put: (body) => {
      const key = newKey();
      write({ kind: "label", key, body });
      return key;
    },
    putUndo: (of) => write({ kind: "undo", key: newKey(), of }),
    amend: (key, change) => {
      const entry = entries.get(key);
      if (entry?.kind !== "label") return false;
      write({ ...entry, body: { ...entry.body, ...change } });
      return true;
    },
    drop,
    sent: (key, labelId) => {
      sentIds.set(key, labelId);
      storage.setItem(SENT, JSON.stringify([...sentIds].slice(-SENT_KEPT)));
      drop(key);
    },
    labelId: (key) => sentIds.get(key),
    refuse: (entry, why) => {
      storage.setItem(REFUSED + entry.key, JSON.stringify({ ...entry, why }));
      drop(entry.key);
    },
    refused: () => Object.keys(storage).filter((each) => each.startsWith(REFUSED)).length,
  };
}

function readEntry(text: string | null): ShelvedLabel | ShelvedUndo | undefined {
  try {
    const entry: unknown = JSON.parse(text ?? "null");
    return isEntry(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(entry: unknown): entry is ShelvedLabel | ShelvedUndo {
  if (typeof entry !== "object" || entry === null || !("kind" in entry) || !("key" in entry)) return false;
  return (entry.kind === "label" && "body" in entry) || (entry.kind === "undo" && "of" in entry);
}

function readPairs(text: string | null): [string, string][] {
  try {
    const pairs: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(pairs) ? pairs.flatMap((pair: unknown) => (isPair(pair) ? [pair] : [])) : [];
  } catch {
    return [];
  }
}

function isPair(pair: unknown): pair is [string, string] {
  return Array.isArray(pair) && typeof pair[0] === "string" && typeof pair[1] === "string";
}
