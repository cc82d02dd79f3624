import type { ReplyMode } from "../../ports/provider.ts";

/** How to ask one model at one endpoint for a shape, learnt from how it took earlier requests. */
export interface Manner {
  /** The modes to try for a request that wants a shape, best first; never empty. */
  modes(): readonly ReplyMode[];
  /** A request in this mode brought a reply; `obeyed`: the reply was JSON. */
  replied(mode: ReplyMode, obeyed: boolean): void;
  /** Settings that the server said it does not take; left out from now on. */
  readonly untaken: Set<Setting>;
  /** The longest reply that the server was found to allow. */
  mostOutputTokens: number;
}

export type Setting = "temperature" | "max_tokens";

const STRIKES = 2;

/**
 * Starts with the first of `ladder` and goes down for good when the server answers only in a lower mode,
 * or when two replies in a row ignored the wanted shape. The last mode is never left.
 */
export function createManner(ladder: readonly ReplyMode[]): Manner {
  let first = 0;
  let strikes = 0;
  return {
    modes: () => ladder.slice(first),
    replied(mode, obeyed) {
      const rung = ladder.indexOf(mode);
      if (rung < first) return;
      if (rung > first) strikes = 0;
      first = rung;
      strikes = obeyed ? 0 : strikes + 1;
      if (strikes < STRIKES || first >= ladder.length - 1) return;
      first += 1;
      strikes = 0;
    },
    untaken: new Set(),
    mostOutputTokens: Number.POSITIVE_INFINITY,
  };
}

/** Whether a reply is the JSON that was asked for; a fence or a model's thoughts around it do not count against it. */
export function isJson(text: string): boolean {
  const bare = text
    .replace(/^\s*<think>[\s\S]*?<\/think>/, "")
    .trim()
    .replace(/^```\w*\n([\s\S]*)\n```$/, "$1");
  try {
    JSON.parse(bare);
    return true;
  } catch {
    return false;
  }
}

const NAMES_THE_SHAPE =
  /response_?format|json_?schema|json_?object|responseMimeType|output_config|text\.format|schema|grammar|\btools?\b|tool_?choice|function.?call|structured/i;

/** Whether the server refused the request because of how the shape was asked for (rather than for the words, the key, the size). */
export function refusesShape(status: number, body: string): boolean {
  if (status === 400) return true;
  const named = NAMES_THE_SHAPE.test(body);
  return named && (status === 404 || status === 422 || status === 415 || status >= 500);
}

/** The setting that the server's complaint names as one it does not take, if any. */
export function untakenSetting(status: number, body: string): Setting | undefined {
  if (
    (status !== 400 && status !== 422) ||
    !/unsupported|not support|unrecognized|unexpected|not permitted|deprecated|does not/i.test(body)
  ) {
    return undefined;
  }
  if (/max_tokens/.test(body) && /max_completion_tokens/.test(body)) return "max_tokens";
  return /\btemperature\b/.test(body) ? "temperature" : undefined;
}

/** A reply of fewer tokens holds no edit worth having. */
const LEAST_OUTPUT = 512;

/** Shorter limits to try after one was refused: servers word their own differently, and halving finds a good one soon. */
export function lowerLimits(tokens: number): number[] {
  const half = Math.floor(tokens / 2);
  return half < LEAST_OUTPUT ? [] : [half, ...lowerLimits(half)];
}

/** Whether the server complains of the reply's limit: more than the model can say, or than the prompt leaves of its context. */
export function refusesLimit(status: number, body: string, asked: number): boolean {
  if (status !== 400 && status !== 416 && status !== 422) return false;
  if (/max_(?:completion_|new_|output_)?tokens/.test(body)) return true;
  return /completion|output/i.test(body) && new RegExp(`\\b${asked}\\b`).test(body);
}

/** The user's words with the wanted shape stated after them, for modes in which the wire does not carry it. */
export function stateShape(user: string, schema: Readonly<Record<string, unknown>>): string {
  return `${user}\n\nAnswer with one JSON object and nothing else: no prose, no code fence. It must be valid against this JSON Schema:\n${JSON.stringify(schema)}`;
}
