import { useSyncExternalStore } from "react";
import { Safe } from "./Safe.tsx";

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: "plain" | "bad";
  readonly undo?: () => void;
}

let toasts: readonly Toast[] = [];
let next = 1;
const tellers = new Set<() => void>();

function change(to: readonly Toast[]): void {
  toasts = to;
  for (const told of tellers) told();
}

/** Says something for six seconds, with a way back where there is one. */
export function toast(
  text: string,
  options: { readonly undo?: () => void; readonly tone?: "plain" | "bad" } = {},
): void {
  const id = next;
  next += 1;
  change([
    ...toasts.slice(-2),
    { id, text, tone: options.tone ?? "plain", ...(options.undo && { undo: options.undo }) },
  ]);
  setTimeout(() => change(toasts.filter((each) => each.id !== id)), 6000);
}

/** Takes away what was said of something that is undone. */
export function clearToasts(): void {
  change([]);
}

export function Toasts() {
  const shown = useSyncExternalStore(
    (told) => {
      tellers.add(told);
      return () => tellers.delete(told);
    },
    () => toasts,
  );
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map(({ id, text, tone, undo }) => (
        <div key={id} className={`toast toast-${tone}`}>
          <Safe text={text} />
          {undo && (
            <button
              type="button"
              onClick={() => {
                undo();
                change(toasts.filter((each) => each.id !== id));
              }}
            >
              Undo <kbd>u</kbd>
            </button>
          )}
        </div>
      ))}
    </div>
  );
}
