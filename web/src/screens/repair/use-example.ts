import { useCallback, useEffect, useRef, useState } from "react";
import type { Label, LabelValue } from "../../../../src/domain/label.ts";
import type { AttemptTrace } from "../../../../src/domain/trace.ts";
import { useDesk } from "../../data/ask.ts";
import { raterName } from "../../label/rater.ts";
import { hasSeenVerdict } from "../../label/seen-verdicts.ts";
import { clearToasts, toast } from "../../view/toasts.tsx";

export interface Example {
  /** The rater's own word on this attempt, sent or not. */
  readonly mine: LabelValue | undefined;
  readonly mark: (value: LabelValue) => void;
  readonly undo: () => void;
}

/** One key saves an attempt as a good or a bad example: the same rows that the label queue writes. */
export function useExample(attempt: AttemptTrace | undefined, labels: readonly Label[], changed: () => void): Example {
  const { outbox, config } = useDesk();
  const rater = raterName(config.rater);
  const [given, setGiven] = useState<{
    readonly attemptId: string;
    readonly value: LabelValue | undefined;
    readonly key: string;
  }>();
  const shownAt = useRef(Date.now());
  const id = attempt?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is shown from now on
  useEffect(() => {
    shownAt.current = Date.now();
  }, [id]);
  useEffect(() => outbox.onSent(changed), [outbox, changed]);
  const stored = labels.findLast(
    (label) => label.attemptId === id && label.rater === rater && label.criterion === "overall",
  );
  const mine = given && given.attemptId === id ? given.value : stored?.value;
  const take = useCallback(
    (key: string) => {
      outbox.undo(key);
      clearToasts();
      setGiven((last) => (last?.key === key ? { ...last, value: undefined } : last));
    },
    [outbox],
  );
  const mark = (value: LabelValue): void => {
    if (!config.can.label) {
      toast("This page is read-only: start patchpro ui in the repository to label.", { tone: "bad" });
      return;
    }
    if (attempt === undefined || id === undefined) return;
    const now = Date.now();
    const key = outbox.put({
      attemptId: id,
      value,
      rater,
      shownAt: shownAt.current,
      activeMs: Math.min(now - shownAt.current, 60_000),
      sawLabels: labels.length > 0,
      sawJudge: hasSeenVerdict(attempt),
    });
    shownAt.current = now + 1;
    setGiven({ attemptId: id, value, key });
    toast(`Attempt ${attempt.number} saved as a ${value} example.`, { undo: () => take(key) });
  };
  return { mine, mark, undo: () => given?.value !== undefined && take(given.key) };
}
