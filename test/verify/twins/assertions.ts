import type { Twin } from "./twin.ts";

const path = "tests/test_a.py";
const code = "SCOPE_ASSERTION_WEAKENED" as const;

const SET =
  "def test_a(self):\n    self.assertEqual({'Mishka, a '\n                      'pleasure'},\n                     contents)\n";
const becomes = (expected: string) =>
  `def test_a(self):\n    self.assertEqual(${expected},\n                     contents)\n`;
const DATE = "def test_a(self):\n    self.assertEqual(page.date, '2015(\\u65e5)')\n";
const BODY = "def test_a(self):\n    self.assertEqual('''\n  A \"b\"\n''', page.content)\n";

/** The same value written in another way, and another value. */
export const ASSERTIONS: readonly Twin[] = [
  {
    what: "strings side by side in a collection",
    rule: "ISC004",
    message: "Unparenthesized implicit string concatenation in collection",
    path,
    at: "'Mishka",
    before: SET,
    source: "native",
    sound: {
      "parentheses around them": becomes("{('Mishka, a '\n                      'pleasure')}"),
      "one string": becomes('{"Mishka, a pleasure"}'),
    },
    code,
    hostile: {
      "two values": becomes("{'Mishka, a ', 'pleasure'}"),
      "a tuple of two": becomes("{('Mishka, a ', 'pleasure')}"),
      "a tuple of one": becomes("{('Mishka, a ' 'pleasure',)}"),
      bytes: becomes("{(b'Mishka, a ' b'pleasurf')}"),
      "another text": becomes("{('Mishka, a '\n 'measure')}"),
    },
  },
  {
    what: "an escape that is written out",
    rule: "PT009",
    message: "Use a regular `assert` instead of unittest-style `assertEqual`",
    path,
    at: "self.assertEqual",
    before: DATE,
    source: "native",
    sound: { "the same letter": "def test_a(self):\n    assert page.date == '2015(日)'\n" },
    code,
    hostile: {
      "another letter": "def test_a(self):\n    assert page.date == '2015(月)'\n",
      "a raw string, which is not the letter": "def test_a(self):\n    assert page.date == r'2015(\\u65e6)'\n",
    },
  },
  {
    what: "line ends that are written as escapes",
    rule: "PT009",
    message: "Use a regular `assert` instead of unittest-style `assertEqual`",
    path,
    at: "self.assertEqual",
    before: BODY,
    source: "native",
    sound: { "the same text": "def test_a(self):\n    assert '''\\n  A \"b\"\\n''' == page.content\n" },
    code,
    hostile: {
      "another text": "def test_a(self):\n    assert '''\\n  A \"c\"\\n''' == page.content\n",
      "a letter in place of the line end": "def test_a(self):\n    assert '''n  A \"c\"n''' == page.content\n",
    },
  },
  {
    what: "exceptions in a tuple that is put together",
    rule: "RUF005",
    message: "Consider `(A, *B)` instead of concatenation",
    path: "src/a.py",
    at: "except (A,) + mod.B:",
    before: "try:\n    f()\nexcept (A,) + mod.B:\n    pass\n",
    source: "native",
    sound: { "the same exceptions": "try:\n    f()\nexcept (A, *mod.B):\n    pass\n" },
    code: "SCOPE_EXCEPTION_SWALLOWED",
    hostile: {
      "one more": "try:\n    f()\nexcept (A, *mod.B, OSError):\n    pass\n",
      another: "try:\n    f()\nexcept (A, *mod.C):\n    pass\n",
      everything: "try:\n    f()\nexcept (Exception, *mod.B):\n    pass\n",
    },
  },
];
