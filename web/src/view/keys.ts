import { useEffect, useRef } from "react";

export type KeyMap = Readonly<Record<string, () => void>>;

/** Keys while the page, and no field, has the focus. Names as in `KeyboardEvent.key`; two keys in a row as `g o`. */
export function useKeys(keys: KeyMap, on = true): void {
  const map = useRef(keys);
  map.current = keys;
  useEffect(() => {
    if (!on) return;
    let before: { key: string; at: number } | undefined;
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event)) return;
      if (document.querySelector("dialog[open]")) return;
      const pair = before && event.timeStamp - before.at < 1000 ? map.current[`${before.key} ${event.key}`] : undefined;
      before = { key: event.key, at: event.timeStamp };
      const action = pair ?? map.current[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, [on]);
}

function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches("input, textarea, select, [contenteditable]")) return event.key !== "Escape";
  return (event.key === "Enter" || event.key === " ") && target.matches("button, a, summary, [role=tab]");
}

/** What `?` lists. */
export const KEY_HELP: readonly { readonly where: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  {
    where: "Everywhere",
    keys: [
      ["?", "this list"],
      ["g o", "overview"],
      ["g t", "traces"],
      ["g q", "label queue"],
      ["g l", "live"],
      ["g e", "evals"],
      ["g c", "clusters"],
      ["g j", "judge"],
      ["g d", "datasets"],
      ["T", "light or dark"],
      ["X", "cancel what is being worked on"],
      ["Esc", "back, or close"],
    ],
  },
  {
    where: "Traces",
    keys: [
      ["/", "search"],
      ["j  k", "next, previous row"],
      ["Enter", "open the repair"],
      ["f", "facets"],
    ],
  },
  {
    where: "One repair",
    keys: [
      ["s", "good example"],
      ["b", "bad example"],
      ["u", "undo the label"],
      ["[  ]", "previous, next attempt"],
      ["d", "split or unified diff"],
      ["p  r  v", "prompt, reply, raw"],
      ["a", "attempts side by side"],
      ["t", "tokens and cost"],
      ["c", "correct the patch"],
      ["e", "playground"],
      ["m", "make an eval case of the attempt"],
      ["j  k", "next, previous repair of the list"],
    ],
  },
  {
    where: "Label queue",
    keys: [
      ["a or 1", "good, and on"],
      ["x or 2", "bad, and on; then digits give reasons"],
      ["Space or 3", "unsure, and on"],
      ["A", "good, for all its duplicates"],
      ["u", "undo"],
      ["n", "write why"],
      ["d", "split or unified diff"],
      ["o", "open the repair"],
    ],
  },
  {
    where: "Evals",
    keys: [
      ["r", "run the repository's cases"],
      ["j  k", "next, previous case"],
      ["[  ]", "an older, a newer head"],
      ["F", "only cases that flipped"],
      ["c", "comparison, open or closed"],
    ],
  },
  {
    where: "Clusters",
    keys: [
      ["j  k", "next, previous cluster"],
      ["Enter", "open its first example"],
      ["q", "label queue"],
      ["e", "make eval cases of its examples"],
      ["n", "rename"],
      ["x  m", "mark, merge what is marked"],
      ["s", "split"],
      ["F", "fixed, or not"],
    ],
  },
  {
    where: "Judge",
    keys: [
      ["C", "calibrate the judge"],
      ["j  k", "next, previous disagreement"],
      ["n", "next one that is not accepted"],
      ["Enter", "open the repair"],
      ["a", "accept the people's word"],
    ],
  },
  {
    where: "Datasets",
    keys: [
      ["e  w", "preview an export, write it"],
      ["j  k", "next, previous row"],
      ["o", "open the row's repair"],
    ],
  },
];
