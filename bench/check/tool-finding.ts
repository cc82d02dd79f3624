/** A finding as the analyzer itself printed it. */
export interface ToolFinding {
  /** Relative to the repository's root, `/` between parts. */
  readonly path: string;
  readonly rule: string;
  readonly message: string;
  /** 1-based. */
  readonly line: number;
}

/**
 * Says what is reported where without saying on which line, since lines move: file, rule, and the message with every
 * number masked. Deliberately not PatchPro's own way to compare, which this is there to check.
 */
export function nameOf({ path, rule, message }: Pick<ToolFinding, "path" | "rule" | "message">): string {
  return `${path}\t${rule}\t${message.replace(/\d+/g, "#").replace(/\s+/g, " ")}`;
}

/** Coarser: file and rule. */
export function placeOf({ path, rule }: Pick<ToolFinding, "path" | "rule">): string {
  return `${path}\t${rule}`;
}
