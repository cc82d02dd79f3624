const KEY = "patchpro.rater";

/** Who labels: the name that was given in this browser, else the one that git knows, else a plain word. */
export function raterName(offered: string | undefined): string {
  return localStorage.getItem(KEY) ?? offered ?? "me";
}

export function keepRaterName(name: string): void {
  if (name.trim() !== "") localStorage.setItem(KEY, name.trim().slice(0, 200));
}
