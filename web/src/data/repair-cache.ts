import type { RepairAnswer } from "../../../src/server/api.ts";
import type { Source } from "./source.ts";

const KEPT = 24;

/** Repairs that were opened or will be soon: what is here is shown without waiting. */
export interface RepairCache {
  peek(id: string): RepairAnswer | undefined;
  load(id: string): Promise<RepairAnswer>;
  forget(id: string): void;
}

export function repairCache(source: Source): RepairCache {
  const kept = new Map<string, { answer: Promise<RepairAnswer>; value?: RepairAnswer }>();
  return {
    peek: (id) => kept.get(id)?.value,
    load: (id) => {
      const known = kept.get(id);
      if (known) {
        kept.delete(id);
        kept.set(id, known);
        return known.answer;
      }
      const entry: { answer: Promise<RepairAnswer>; value?: RepairAnswer } = {
        answer: source.get<RepairAnswer>(`/api/repairs/${encodeURIComponent(id)}`),
      };
      entry.answer.then(
        (value) => {
          entry.value = value;
        },
        () => kept.delete(id),
      );
      kept.set(id, entry);
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break;
        kept.delete(oldest);
      }
      return entry.answer;
    },
    forget: (id) => void kept.delete(id),
  };
}
