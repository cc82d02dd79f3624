/** What the terminal can show. */
export interface TerminalStyle {
  readonly columns: number;
  readonly colour: boolean;
  /** Draw with characters beyond ASCII. */
  readonly unicode: boolean;
}

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 } as const;
export type Tint = keyof typeof CODES;

const UNICODE = {
  fixed: "✓",
  unproved: "~",
  rejected: "✗",
  failed: "!",
  skipped: "–",
  arrow: "→",
  dot: "·",
  cut: "…",
  full: "█",
  empty: "░",
};
const ASCII: typeof UNICODE = {
  fixed: "+",
  unproved: "~",
  rejected: "x",
  failed: "!",
  skipped: "-",
  arrow: "->",
  dot: "-",
  cut: "...",
  full: "#",
  empty: ".",
};

export interface Pen {
  readonly glyph: typeof UNICODE;
  tint(tint: Tint, text: string): string;
}

export function penFor(style: Pick<TerminalStyle, "colour" | "unicode">): Pen {
  return {
    glyph: style.unicode ? UNICODE : ASCII,
    tint: (tint, text) => (style.colour && text !== "" ? `\u001b[${CODES[tint]}m${text}\u001b[0m` : text),
  };
}
