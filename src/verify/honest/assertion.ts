import type { Piece } from "./split.ts";

/** What a test demands at one place. */
export interface Assertion {
  /** 0 can never fail; 1 looks at truth or presence; 2 compares loosely; 3 pins the value. */
  readonly strength: number;
  /** What is looked at and what is expected of it, without whitespace, where the assertion compares two things. */
  readonly subject?: string;
  readonly expected?: Piece;
  /** As written, on one line. */
  readonly text: string;
}

/** A value that is written out: comparable whatever its quotes, prefixes and digits' groups. Undefined for anything else. */
export function literalOf(piece: Piece | undefined): string | undefined {
  if (!piece || piece.code === "") return undefined;
  const bare = piece.code
    .replace(/[A-Za-z]{0,2}(["'`])~*\1/g, "")
    .replace(/\b(?:True|False|None|true|false|null|undefined)\b/g, "");
  if (
    /[A-Za-z_$\u0080-\uffff]/.test(bare.replace(/\b0[xXoObB][\da-fA-F_]+n?\b|\b\d[\d_.]*(?:[eE][+-]?\d+)?[jn]?\b/g, ""))
  )
    return undefined;
  if (/^[-+\d.\w]+$/.test(piece.code)) {
    const number = Number(piece.source.replaceAll("_", "").replace(/[jn]$/, ""));
    if (!Number.isNaN(number)) return String(number);
  }
  return piece.source.replace(/\b[rRbBuU]{1,2}(?=["'])/g, "").replace(/[\s"'`\\]|,(?=\s*[)\]}])/g, "");
}

export function squeeze(text: string): string {
  return text.replace(/\s+/g, "");
}

export function short(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, 80);
}
