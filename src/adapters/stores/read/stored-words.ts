import { z } from "zod";
import { REPAIR_STATUSES } from "../../../domain/attempt.ts";
import { CHECKS, type CheckCode } from "../../../domain/check.ts";
import { SEVERITIES } from "../../../domain/finding.ts";
import { SOURCES, STRATEGIES } from "../../../domain/outcome.ts";

/**
 * What the database holds, read as the domain's words. A store is outside data: another version or another program may
 * have written it.
 */
export const runKind = z.enum(["local", "ci", "eval", "replay", "synthetic"]);
export const runStatus = z.enum(["done", "stopped", "interrupted"]).optional();
export const repairStatus = z.enum(REPAIR_STATUSES).optional();
export const strategy = z.enum(STRATEGIES);
export const source = z.enum(SOURCES);
export const severity = z.enum(SEVERITIES);
export const checkName = z.enum(CHECKS);
export const checkStatus = z.enum(["pass", "fail", "skip"]);
export const words = z.array(z.string());
export const evidenceList = z.array(z.record(z.string(), z.unknown()).nullable());
/** Codes grow with versions: whatever looks like one is shown. */
export const checkCode = z
  .custom<CheckCode>((value) => typeof value === "string" && /^[A-Z][A-Z0-9_]{1,63}$/.test(value))
  .optional();
