import { useState, useSyncExternalStore } from "react";

const KEY = "patchpro.split";
const NARROW = matchMedia("(max-width: 700px)");

/** Whether diffs are shown side by side; kept in this browser. A narrow window has no room for two sides. */
export function useSplit(): [boolean, (split: boolean) => void] {
  const [split, set] = useState(() => localStorage.getItem(KEY) === "yes");
  const change = (to: boolean): void => {
    localStorage.setItem(KEY, to ? "yes" : "no");
    set(to);
  };
  const wide = useSyncExternalStore(
    (told) => {
      NARROW.addEventListener("change", told);
      return () => NARROW.removeEventListener("change", told);
    },
    () => !NARROW.matches,
  );
  return [split && wide, change];
}
