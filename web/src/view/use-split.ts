import { useState } from "react";

const KEY = "patchpro.split";

/** Whether diffs are shown side by side; kept in this browser. */
export function useSplit(): [boolean, (split: boolean) => void] {
  const [split, set] = useState(() => localStorage.getItem(KEY) === "yes");
  const change = (to: boolean): void => {
    localStorage.setItem(KEY, to ? "yes" : "no");
    set(to);
  };
  return [split, change];
}
