import { type Assertion, short, squeeze } from "./assertion.ts";
import { argumentsAt, matching, type Piece } from "./split.ts";
import { lineAt, type View } from "./view.ts";

/** Strength of matchers (Jest, Vitest, Chai, node:assert); names that are not here count as loose comparisons. */
const MATCHERS: Readonly<Record<string, number>> = {
  ...strength(
    3,
    "toBe toEqual toStrictEqual toBeNull toBeUndefined toBeNaN toHaveLength toHaveBeenCalledWith toHaveBeenNthCalledWith toHaveBeenLastCalledWith toHaveBeenCalledOnce toHaveBeenCalledTimes toBeCalledTimes toBeCalledWith toThrow toThrowError toThrowErrorMatchingInlineSnapshot toMatchInlineSnapshot toMatchSnapshot toBeCloseTo toHaveReturnedWith equal equals eql eq deepEqual strictEqual deepStrictEqual partialDeepStrictEqual throws rejects lengthOf calledWith rejectedWith",
  ),
  ...strength(
    1,
    "toBeTruthy toBeFalsy toBeDefined ok exist exists isOk isTrue isDefined isNotNull true false anything",
  ),
};
const START = /(?<![\w$.])(?:expect|assert)(?=[.(<])/g;

/** The assertions of a JavaScript or TypeScript text, in order. */
export function assertionsOfJavascript(view: View): (Piece & { readonly assertions: readonly Assertion[] })[] {
  const found: (Piece & { assertions: Assertion[] })[] = [];
  for (const match of view.code.matchAll(START)) {
    if (/^\s*(?:import|function)\b/.test(lineUpTo(view, match.index))) continue;
    const end = endOfChain(view.code, match.index);
    const piece = { code: view.code.slice(match.index, end), source: view.text.slice(match.index, end) };
    const judged = piece.code.startsWith("expect") ? ofExpect(piece) : ofAssert(piece);
    if (judged) found.push({ ...piece, assertions: [{ ...judged, text: short(piece.source) }] });
  }
  return found;
}

function ofExpect(piece: Piece): Omit<Assertion, "text"> | undefined {
  const open = piece.code.indexOf("(");
  if (open === -1 || /^expect\.\w/.test(piece.code)) return undefined;
  const close = matching(piece.code, open, piece.code.length);
  const chain = piece.code.slice(close + 1);
  const matcher = [...chain.matchAll(/\.([\w$]+)/g)]
    .map((match) => match[1] ?? "")
    .filter((name) => !/^(?:not|resolves|rejects|to|be|been|have|deep|a|an|that|is|and|with)$/.test(name))
    .at(-1);
  if (matcher === undefined) return undefined;
  const subject = piece.source.slice(open + 1, close);
  const last = chain.lastIndexOf("(") === -1 ? -1 : close + 1 + chain.indexOf("(", chain.indexOf(matcher));
  const [expected] = last > close ? argumentsAt(piece, last) : [];
  const negated = /\.not\b/.test(chain);
  return rated(MATCHERS[matcher] ?? 2, negated, subject, expected, matcher);
}

function ofAssert(piece: Piece): Omit<Assertion, "text"> | undefined {
  const open = piece.code.indexOf("(");
  if (open === -1) return undefined;
  const name = /^assert\.(?:strict\.)?([\w$]+)/.exec(piece.code)?.[1] ?? "ok";
  const [subject, expected] = argumentsAt(piece, open);
  if (!subject) return undefined;
  if (name === "ok" && /^(?:true|1|!0|!false)$/.test(subject.code)) return { strength: 0 };
  const comparison =
    name === "ok"
      ? /[^=!<>]===?[^=]/.test(subject.code)
        ? 3
        : /[<>]|!==?/.test(subject.code)
          ? 2
          : 1
      : (MATCHERS[name] ?? 2);
  return rated(comparison, /^not|doesNot/.test(name), subject.source, name === "ok" ? undefined : expected, name);
}

function rated(
  base: number,
  negated: boolean,
  subject: string,
  expected: Piece | undefined,
  matcher: string,
): Omit<Assertion, "text"> {
  const about = squeeze(subject);
  if (
    !negated &&
    expected &&
    /^(?:to)?(?:be|(?:strict|deep)*equals?|eql?)$/i.test(matcher.replace(/^to/, "")) &&
    squeeze(expected.source) === about
  )
    return { strength: 0 };
  if (expected && /^expect\.(?:anything|any)\(/.test(expected.code)) return { strength: 1, subject: about };
  if (/^(?:true|false)$/.test(expected?.code ?? "") && /Be$|equal/i.test(matcher))
    return { strength: 1.5, subject: about, ...(expected && { expected }) };
  if (/^(?:true|1|"~*"|'~*')$/.test(about) && base === 1 && !negated) return { strength: 0 };
  return {
    strength: negated ? Math.min(base, base === 3 && matcher !== "toThrow" ? 1.8 : 2) : base,
    subject: about,
    ...(expected && { expected }),
  };
}

/** The offset after a chain of calls and members that starts at `start`. */
function endOfChain(code: string, start: number): number {
  let at = start;
  for (;;) {
    const rest = /^(?:[\w$]+|<[^<>()]*>|\s*\??\.\s*(?=[\w$]))/.exec(code.slice(at, at + 200));
    if (rest && rest[0] !== "") at += rest[0].length;
    else if (code[at] === "(") at = matching(code, at, code.length) + 1;
    else return Math.min(at, code.length);
  }
}

function lineUpTo(view: View, offset: number): string {
  return view.code.slice(view.lineStarts[lineAt(view, offset) - 1], offset);
}

function strength(value: number, names: string): Record<string, number> {
  return Object.fromEntries(names.split(" ").map((name) => [name, value]));
}
