import { useSyncExternalStore } from "react";
import { address, encoded } from "./data/address.ts";

export const SCREENS = [
  "overview",
  "traces",
  "repair",
  "queue",
  "correct",
  "playground",
  "live",
  "clusters",
  "evals",
  "judge",
  "datasets",
] as const;
export type Screen = (typeof SCREENS)[number];

/** Where the page stands: all of it is in the hash, so that links, reload, Back and `file:` work. */
export interface Route {
  readonly screen: Screen;
  /** Of a repair or an attempt; "" if the screen has none. */
  readonly id: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Reads `#/repair/ID?attempt=2`. Anything else leads to the overview. */
export function readRoute(hash: string): Route {
  const [path = "", query = ""] = splitOnce(hash.replace(/^#\/?/, ""), "?");
  const [name = "", id = ""] = splitOnce(path, "/");
  const screen = SCREENS.find((each) => each === name) ?? "overview";
  return { screen, id: decoded(id), params: Object.fromEntries(new URLSearchParams(query)) };
}

export function linkTo(screen: Screen, id = "", params: Readonly<Record<string, string | undefined>> = {}): string {
  return address(`#/${screen}${id === "" ? "" : `/${encoded(id)}`}`, params);
}

/** Goes there; `replace` adds no step to go back to. */
export function go(to: string, replace = false): void {
  if (replace) {
    history.replaceState(null, "", to);
    window.dispatchEvent(new HashChangeEvent("hashchange"));
  } else location.hash = to;
}

/** Changes some parameters of the present screen; empty ones go. */
export function setParams(changed: Readonly<Record<string, string | undefined>>, replace = true): void {
  const { screen, id, params } = readRoute(location.hash);
  go(linkTo(screen, id, { ...params, ...changed }), replace);
}

let last: { hash: string; route: Route } | undefined;
function current(): Route {
  if (last?.hash !== location.hash) last = { hash: location.hash, route: readRoute(location.hash) };
  return last.route;
}

export function useRoute(): Route {
  return useSyncExternalStore((told) => {
    window.addEventListener("hashchange", told);
    return () => window.removeEventListener("hashchange", told);
  }, current);
}

function splitOnce(text: string, at: string): [string, string] {
  const found = text.indexOf(at);
  return found < 0 ? [text, ""] : [text.slice(0, found), text.slice(found + at.length)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
