import { type Assertion, literalOf, short, squeeze } from "./assertion.ts";
import type { Statement } from "./outline-python.ts";
import { argumentsAt, cut, type Piece, splitTop } from "./split.ts";

/** Strength of unittest's and mock's own assertions, and how many of their arguments are compared. */
const METHODS: Readonly<Record<string, number>> = {
  ...strength(
    3,
    "Equal Equals AlmostEqual AlmostEquals Is IsNone CountEqual ItemsEqual ListEqual DictEqual SetEqual TupleEqual SequenceEqual MultiLineEqual Raises RaisesRegex RaisesRegexp Warns WarnsRegex",
  ),
  ...strength(
    2,
    "NotEqual NotEquals NotAlmostEqual IsNot In NotIn IsInstance NotIsInstance Greater GreaterEqual Less LessEqual Regex NotRegex RegexpMatches Logs NoLogs DictContainsSubset",
  ),
  ...strength(1, "True False IsNotNone _"),
  _called_once_with: 3,
  _called_with: 3,
  _not_called: 3,
  _awaited_once_with: 3,
  _has_calls: 3,
  _any_call: 2,
  _called_once: 2,
  _called: 1,
};
const METHOD = /\b(?:assert(?<name>[A-Z]\w*|_\w*)|fail(?<legacy>(?:If|Unless)\w*))\s*\(/;
/** Python 2 names (Ruff UP005). */
const LEGACY: Readonly<Record<string, string>> = {
  If: "False",
  Unless: "True",
  IfEqual: "NotEqual",
  UnlessEqual: "Equal",
  IfAlmostEqual: "NotAlmostEqual",
  UnlessAlmostEqual: "AlmostEqual",
};
/** A `with` may open several at once, helpers of the test class among them. */
const ANY_EXPECTATION = /\bpytest\.(?:raises|warns)\s*\(|\b(?:assert|failUnlessRaises)\w*\s*\(/g;
const EXPECTATION =
  /\b(?:pytest\.(?:raises|warns)|assertRaises\w*|assertWarns\w*|assertLogs|assertNoLogs|assert_raises|failUnlessRaises)\s*\(/g;

/** The assertions that one Python statement makes; `assert a and b` makes two. */
export function assertionsOfPython({ code, source }: Statement): Assertion[] {
  const text = short(source);
  const plain = /^assert\b/.exec(code);
  if (plain) {
    const [condition] = splitTop(cut({ code, source }, plain[0].length, code.length), /,(?!\s*$)/y);
    if (!condition) return [];
    return splitTop(condition, /(?<![\w$])and(?![\w$])/y).map((part) => ({ ...judge(part), text }));
  }
  const expectations = code.match(/^(?:async )?with\b/.test(code) ? ANY_EXPECTATION : EXPECTATION);
  if (expectations) return expectations.map(() => ({ strength: 3, text }));
  const method = METHOD.exec(code);
  if (method) return [ofMethod({ code, source }, method, text)];
  if (/\b(?:pytest|self)\.fail\(|^raise AssertionError\b/.test(code)) return [{ strength: 3, text }];
  return [];
}

function ofMethod(piece: Piece, method: RegExpExecArray, text: string): Assertion {
  const name = LEGACY[method.groups?.legacy ?? ""] ?? method.groups?.name ?? "";
  const [first, second] = argumentsAt(piece, method.index + method[0].length - 1);
  if (/^(?:True|False)$/.test(name)) {
    const inner = first
      ? judge(name === "False" ? { code: `not ${first.code}`, source: `not ${first.source}` } : first)
      : undefined;
    return { ...inner, strength: inner?.strength ?? 1, text };
  }
  if (name === "IsNone" && first?.code === "None") return { strength: 0, text };
  const known = METHODS[name] ?? 2;
  if (known === 3 && first && second && /Equal|Is$/.test(name)) return { ...compared(first, second), text };
  return { strength: known, text };
}

/** How much a condition demands. */
function judge(condition: Piece): Omit<Assertion, "text"> {
  const whole = cut(condition, 0, condition.code.length);
  if (/^(?:True|1|not False|not None|[rbuf]?["']~+["']|\.\.\.)$/i.test(whole.code)) return { strength: 0 };
  const either = splitTop(whole, /(?<![\w$])or(?![\w$])/y);
  if (either.length > 1) return { strength: Math.min(2, ...either.map((part) => judge(part).strength)) };
  if (/^not\b/.test(whole.code)) return ofNegation(cut(whole, 3, whole.code.length));
  const [left, right] = splitTop(whole, /==/y);
  if (left && right) return compared(left, right);
  const [subject, identity] = splitTop(whole, /(?<![\w$])is(?:\s+not)?(?![\w$])/y);
  if (subject && identity) return ofIdentity(whole, subject, identity);
  if (splitTop(whole, /!=|<=?|>=?|(?<![\w$])(?:not\s+)?in(?![\w$])/y).length > 1) return { strength: 2 };
  if (/^any\(/.test(whole.code)) return { strength: 1.5 };
  if (/^(?:\w+\.)*(?:isclose|allclose|array_equal|raises)\(/.test(whole.code)) return { strength: 3 };
  if (
    /^(?:isinstance|issubclass|all|hasattr|callable|(?:\w+\.)*(?:search|match|fullmatch|startswith|endswith|issubset|issuperset))\(|\.(?:startswith|endswith|match|search|fullmatch)\(/.test(
      whole.code,
    )
  )
    return { strength: 2 };
  return { strength: 1 };
}

function ofNegation(inner: Piece): Omit<Assertion, "text"> {
  if (splitTop(inner, /!=/y).length > 1) return { strength: 3 };
  if (splitTop(inner, /==|<=?|>=?|(?<![\w$])(?:in|is)(?![\w$])/y).length > 1) return { strength: 2 };
  return { strength: Math.min(2, Math.max(1, judge(inner).strength)) };
}

function ofIdentity(whole: Piece, subject: Piece, identity: Piece): Omit<Assertion, "text"> {
  if (squeeze(subject.source) === squeeze(identity.source)) return { strength: 0 };
  if (/\bis\s+not\b/.test(whole.code)) return { strength: identity.code === "None" ? 1 : 2 };
  return {
    strength: /^(?:True|False)$/.test(identity.code) ? 1 : 3,
    subject: squeeze(subject.source),
    expected: identity,
  };
}

/** `left == right`. Comparing with `True` is a look at truth; a value is never unequal to itself. */
function compared(left: Piece, right: Piece): Omit<Assertion, "text"> {
  const [subject, expected] =
    literalOf(left) !== undefined && literalOf(right) === undefined ? [right, left] : [left, right];
  if (squeeze(left.source) === squeeze(right.source)) return { strength: 0 };
  if (/^(?:True|False)$/.test(expected.code)) return { strength: 1 };
  if (/^type\(/.test(subject.code)) return { strength: 2 };
  return { strength: 3, subject: squeeze(subject.source), expected };
}

function strength(value: number, names: string): Record<string, number> {
  return Object.fromEntries(names.split(" ").map((name) => [name, value]));
}
