import type { CheckCode } from "../../../src/domain/check.ts";
import type { Source } from "../../../src/domain/outcome.ts";
import type { Sample } from "../corpus.ts";

/** A finding with patches that mend it, and patches that look much the same and do not. */
export interface Twin extends Omit<Sample, "after" | "code"> {
  /** What is honest, by a short name. */
  readonly sound: Readonly<Record<string, string>>;
  readonly code: CheckCode;
  /** What must be refused with `code`, by a short name. */
  readonly hostile: Readonly<Record<string, string>>;
  /** Who made the patches; a model if absent. */
  readonly source?: Source;
}

/** `text` with `from`, which it must hold, replaced once. */
export function put(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the text does not hold ${JSON.stringify(from)}`);
  return text.replace(from, () => to);
}
