const KEY = "patchpro.theme";
type Theme = "light" | "dark";

/** The chosen theme, if one was chosen; the system's otherwise. */
export function startTheme(): void {
  const kept = localStorage.getItem(KEY);
  if (kept === "light" || kept === "dark") document.documentElement.dataset.theme = kept;
}

export function themeNow(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function switchTheme(): void {
  const to: Theme = themeNow() === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = to;
  localStorage.setItem(KEY, to);
  window.dispatchEvent(new Event("patchpro-theme"));
}
