import { randomBytes } from "node:crypto";

/** A name for a run that sorts by time and that two runs at once do not share: `20261122-130501-3f9a1c`. `now`: ms since the epoch. */
export function newRunId(now: number): string {
  const [day = "", time = ""] = new Date(now).toISOString().split("T");
  return `${day.replaceAll("-", "")}-${time.slice(0, 8).replaceAll(":", "")}-${randomBytes(3).toString("hex")}`;
}
