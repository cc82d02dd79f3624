import { timeLeft, timeLeftWords } from "../domain/estimate.ts";
import type { RunEvent } from "../domain/run.ts";
import { dollars } from "../report/amounts.ts";
import { inert, oneLine } from "../report/safe-text.ts";
import { penFor, type TerminalStyle } from "../report/terminal-style.ts";
import { cutEnd, cutStart, widthOf } from "../report/text-width.ts";

export interface Progress {
  show(event: RunEvent): void;
  /** Takes the live line away. Afterwards nothing is written any more. */
  close(): void;
}

export interface ProgressOptions {
  readonly write: (text: string) => void;
  readonly style: TerminalStyle;
  /** One line that is drawn again and again; else plain lines, the same ones for the same events. */
  readonly live: boolean;
  /** Milliseconds; only differences count. */
  readonly now: () => number;
}

/** A line may be drawn this often: more is not seen, and costs. */
const REDRAW_MS = 80;
/** Plain lines come at every tenth of the work, so that a log stays short. */
const PLAIN_STEPS = 10;

const STAGES = {
  collect: "Reading findings",
  plan: "Planning",
  fix: "Fixing",
  verify: "Proving",
  report: "Writing the report",
} as const;

type Step = Extract<RunEvent, { kind: "progress" }>;

/** Shows how a run goes, on standard error. */
export function createProgress(options: ProgressOptions): Progress {
  return options.live ? liveProgress(options) : plainProgress(options);
}

/** Progress for `--quiet`. */
export const silentProgress: Progress = { show: () => undefined, close: () => undefined };

function plainProgress({ write }: ProgressOptions): Progress {
  let closed = false;
  let shownStep = -1;
  return {
    show(event) {
      if (closed) return;
      if (event.kind === "stage") {
        shownStep = -1;
        write(`${inert(stageLine(event))}\n`);
      } else if (event.kind === "notice") write(`note: ${inert(oneLine(event.text))}\n`);
      else {
        const step = event.total > 0 ? Math.floor((event.done * PLAIN_STEPS) / event.total) : PLAIN_STEPS;
        if (step <= shownStep) return;
        shownStep = step;
        write(`  ${countsOf(event)}\n`);
      }
    },
    close() {
      closed = true;
    },
  };
}

function liveProgress({ write, style, now }: ProgressOptions): Progress {
  const pen = penFor(style);
  let closed = false;
  let stage = { title: "", startedAt: now(), doneAtStart: 0 };
  let drawnAt = Number.NEGATIVE_INFINITY;
  const clear = (): void => write("\r\u001b[2K");

  const draw = (line: string): void => {
    drawnAt = now();
    clear();
    // One column stays free: some terminals wrap as soon as the last one is filled.
    write(cutEnd(line, style.columns - 1, pen.glyph.cut));
  };

  const stepLine = (event: Step): string => {
    const left = timeLeft(event.done - stage.doneAtStart, event.total - event.done, now() - stage.startedAt);
    const head = [
      `${stage.title}  ${bar(event, style)} ${countsOf(event)}`,
      ...(event.done >= event.total ? [] : [left ? `${timeLeftWords(left)} left` : "time left not yet known"]),
    ].join("  ");
    const space = style.columns - 1 - widthOf(head) - 2;
    return space >= 12 && event.what !== "" ? `${head}  ${cutStart(oneLine(event.what), space, pen.glyph.cut)}` : head;
  };

  return {
    show(event) {
      if (closed) return;
      if (event.kind === "stage") {
        stage = { title: STAGES[event.stage], startedAt: now(), doneAtStart: -1 };
        draw(stageLine(event));
      } else if (event.kind === "notice") {
        clear();
        write(`note: ${inert(oneLine(event.text))}\n`);
      } else {
        if (stage.doneAtStart < 0) stage = { ...stage, startedAt: now(), doneAtStart: event.done };
        if (now() - drawnAt >= REDRAW_MS || event.done >= event.total) draw(stepLine(event));
      }
    },
    close() {
      if (!closed) clear();
      closed = true;
    },
  };
}

function bar({ done, total }: Step, style: TerminalStyle): string {
  const { glyph } = penFor(style);
  const width = style.columns < 60 ? 6 : 16;
  const full = total > 0 ? Math.min(width, Math.floor((done / total) * width)) : width;
  return glyph.full.repeat(full) + glyph.empty.repeat(width - full);
}

function countsOf({ done, total, accepted, costUsd }: Step): string {
  const money = costUsd > 0 ? `, ${dollars(costUsd)}` : "";
  return `${done}/${total}, ${accepted} fixed${money}`;
}

function stageLine({ stage, detail }: Extract<RunEvent, { kind: "stage" }>): string {
  return detail === "" ? STAGES[stage] : `${STAGES[stage]}: ${oneLine(detail)}`;
}
