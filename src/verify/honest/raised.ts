import { breadth, typesIn } from "./exceptions.ts";
import { argumentsAt, type Piece } from "./split.ts";

/** What the tests of a stretch of code expect to be raised. */
export interface Raised {
  readonly expectations: number;
  /** How many expect `Exception`, `BaseException` or anything. */
  readonly broad: number;
  readonly types: number;
  /** How many also look at the message. */
  readonly messages: number;
}

const RAISES = /\b(pytest\.(?:raises|warns)|assert(?:Raises|Warns)(?:Regex|Regexp)?|assert_raises)\s*\(/g;
const TO_THROW = /\.(toThrow(?:Error)?|throws|rejectedWith)\s*\(/g;

export function raisedIn(pieces: readonly Piece[]): Raised {
  let [expectations, broad, types, messages] = [0, 0, 0, 0];
  for (const piece of pieces) {
    for (const match of piece.code.matchAll(RAISES)) {
      const [first, ...others] = argumentsAt(piece, match.index + match[0].length - 1);
      const caught = typesIn((first?.source ?? "").replace(/^expected_exception\s*=/, ""));
      expectations++;
      types += caught.length;
      if (breadth(caught) > 0) broad++;
      if (others.some(({ code }) => /^match\s*=/.test(code)) || /Regex/.test(match[1] ?? "")) messages++;
    }
    for (const match of piece.code.matchAll(TO_THROW)) {
      const [first, second] = argumentsAt(piece, match.index + match[0].length - 1);
      const demanded = match[1] === "throws" ? second : first;
      expectations++;
      types++;
      if (!demanded || demanded.code === "Error") broad++;
      if (demanded && demanded.code !== "Error") messages++;
    }
  }
  return { expectations, broad, types, messages };
}
