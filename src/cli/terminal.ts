import type { Environment } from "../config/environment.ts";
import type { TerminalStyle } from "../report/terminal-style.ts";

/** The part of `process.stdout` or `process.stderr` that is looked at. */
export interface OutputStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const WIDEST = 120;
const WHERE_NOBODY_SAYS = 100;

/**
 * What a stream can show. `FORCE_COLOR` goes before `NO_COLOR`; text that is not for a terminal, or for one that does not
 * know its own width (a container's says 0), is 100 columns wide.
 */
export function styleOf(stream: OutputStream, environment: Environment, platform: NodeJS.Platform): TerminalStyle {
  const onTerminal = stream.isTTY === true && environment.term !== "dumb";
  const colour = environment.forceColor ?? (onTerminal && !environment.noColor);
  const columns = environment.columns ?? (onTerminal ? stream.columns || undefined : undefined) ?? WHERE_NOBODY_SAYS;
  return { columns: Math.min(columns, WIDEST), colour, unicode: drawsUnicode(environment, platform) };
}

/** Whether a live line may be drawn over and over again. */
export function isLive(stream: OutputStream, environment: Environment): boolean {
  return stream.isTTY === true && environment.term !== "dumb" && !environment.ci;
}

function drawsUnicode({ locale, term, modernTerminal, ci }: Environment, platform: NodeJS.Platform): boolean {
  if (term === "dumb" || term === "linux") return false;
  if (platform === "win32") return modernTerminal || ci;
  // Without a locale (containers, CI) what shows the text is a log viewer, which reads UTF-8.
  return locale === undefined || /utf-?8/i.test(locale);
}
