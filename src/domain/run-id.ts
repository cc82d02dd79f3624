import { randomBytes } from "node:crypto";

/**
 * A name for a run that sorts by time, to the millisecond, and that two runs at once do not share:
 * `20261122-130501-2a33f9a1c` ends in three hex digits of milliseconds and six of chance. `now`: ms since the epoch.
 */
export function newRunId(now: number): string {
  const [day = "", time = ""] = new Date(now).toISOString().split("T");
  const ms = (now % 1000).toString(16).padStart(3, "0");
  return `${day.replaceAll("-", "")}-${time.slice(0, 8).replaceAll(":", "")}-${ms}${randomBytes(3).toString("hex")}`;
}
