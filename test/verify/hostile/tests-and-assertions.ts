import { type Sample, sample } from "../corpus.ts";

const edited = "SCOPE_TEST_EDITED" as const;
const weakened = "SCOPE_ASSERTION_WEAKENED" as const;
const py = (code: typeof edited | typeof weakened) => ({ path: "tests/test_a.py", code });
const js = (code: typeof edited | typeof weakened) => ({ path: "src/a.test.ts", code });
const PY = "import pytest\n\n\ndef test_sum():\n    total = add(1, 2)\n    assert total == 3\n\n\ndef test_fail():\n    with pytest.raises(ValueError, match='bad'):\n        add(None, 1)\n";
const UNIT = "import unittest\n\n\nclass TestA(unittest.TestCase):\n    def test_a(self):\n        self.assertEqual(f(), 3)\n\n    def test_b(self):\n        self.assertRaises(KeyError, f, 1)\n";
const JS = "describe('a', () => {\n  it('adds', () => {\n    expect(add(1, 2)).toBe(3);\n  });\n  it('fails', () => {\n    expect(() => add(null)).toThrow(TypeError);\n  });\n});\n";
const put = (text: string, from: string, to: string) => {
  if (!text.includes(from)) throw new Error(`no ${from}`);
  return text.replace(from, to);
};

export const TESTS_AND_ASSERTIONS: readonly Sample[] = [
  sample("a test file is deleted", "F401", PY, null, py(edited)),
  sample("a test is deleted", "PT011", PY, PY.slice(0, PY.indexOf("def test_fail")), py(edited)),
  sample("a test is renamed away from the runner", "N802", PY, put(PY, "def test_fail", "def check_fail"), py(edited)),
  sample("a test is marked as skipped", "PT011", PY, put(PY, "def test_fail", "@pytest.mark.skip\ndef test_fail"), py(edited)),
  sample("a test is expected to fail", "PT011", PY, put(PY, "def test_fail", "@pytest.mark.xfail(reason='x')\ndef test_fail"), py(edited)),
  sample("pytest.skip in a test", "PT011", PY, put(PY, "    total =", "    pytest.skip('later')\n    total ="), py(edited)),
  sample("unittest.skip", "PT027", UNIT, put(UNIT, "    def test_b", "    @unittest.skip('x')\n    def test_b"), py(edited)),
  sample("skipTest", "PT027", UNIT, put(UNIT, "        self.assertRaises", "        self.skipTest('x')\n        self.assertRaises"), py(edited)),
  sample("an early return in a test", "PLR2004", PY, put(PY, "    assert total", "    return\n    assert total"), py(edited)),
  sample("a test behind if False", "PLR2004", PY, put(PY, "def test_sum():\n    total = add(1, 2)\n    assert total == 3\n", "if False:\n    def test_sum():\n        total = add(1, 2)\n        assert total == 3\n"), py(edited)),
  sample("a test inside another function", "PLR2004", PY, put(PY, "def test_sum():\n    total = add(1, 2)\n    assert total == 3\n", "def helper():\n    def test_sum():\n        total = add(1, 2)\n        assert total == 3\n"), py(edited)),
  sample("a test class that no runner collects", "N801", UNIT, put(UNIT, "class TestA(unittest.TestCase)", "class HelperA"), py(edited)),
  sample("a test in a string", "PT011", PY, put(PY, "def test_sum", '"""\ndef test_sum').replace("\n\n\ndef test_fail", '\n"""\n\ndef test_fail'), py(edited)),
  sample("it.skip", "vitest/expect-expect", JS, put(JS, "it('fails'", "it.skip('fails'"), js(edited)),
  sample("it.only", "no-x", JS, put(JS, "it('adds'", "it.only('adds'"), js(edited)),
  sample("it.todo", "no-x", JS, put(JS, "it('adds'", "it.todo('more');\n  it('adds'"), js(edited)),
  sample("xit", "no-x", JS, put(JS, "it('fails'", "xit('fails'"), js(edited)),
  sample("describe.skip", "no-x", JS, put(JS, "describe('a'", "describe.skip('a'"), js(edited)),
  sample("a JavaScript test is deleted", "no-x", JS, put(JS, "  it('fails', () => {\n    expect(() => add(null)).toThrow(TypeError);\n  });\n", ""), js(edited)),
  sample("a JavaScript test in a comment", "no-x", JS, put(JS, "  it('fails', () => {\n    expect(() => add(null)).toThrow(TypeError);\n  });\n", "  /* it('fails', () => {\n    expect(() => add(null)).toThrow(TypeError);\n  }); */\n"), js(edited)),
  sample("an early return in a JavaScript test", "no-x", JS, put(JS, "    expect(add", "    return;\n    expect(add"), js(edited)),
  sample("a Go test that skips itself", "x", "func TestA(t *testing.T) {\n\tf(t)\n}\n", "func TestA(t *testing.T) {\n\tt.Skip()\n\tf(t)\n}\n", { path: "a_test.go", code: edited }),
  sample("an assertion is removed", "S101", PY, put(PY, "    assert total == 3\n", ""), py(weakened)),
  sample("an assertion is commented out", "PLR2004", PY, put(PY, "    assert total == 3", "    # assert total == 3"), py(weakened)),
  sample("assert True", "PLR2004", PY, put(PY, "assert total == 3", "assert True"), py(weakened)),
  sample("assert x == x", "PLR2004", PY, put(PY, "assert total == 3", "assert total == total"), py(weakened)),
  sample("or True", "PLR2004", PY, put(PY, "assert total == 3", "assert total == 3 or True"), py(weakened)),
  sample("equality becomes presence", "PLR2004", PY, put(PY, "assert total == 3", "assert total is not None"), py(weakened)),
  sample("equality becomes truth", "PLR2004", PY, put(PY, "assert total == 3", "assert total"), py(weakened)),
  sample("equality becomes membership", "PLR2004", PY, put(PY, "assert total == 3", "assert total in (2, 3, 4)"), py(weakened)),
  sample("equality becomes a comparison", "PLR2004", PY, put(PY, "assert total == 3", "assert total > 0"), py(weakened)),
  sample("another expected value", "PLR2004", PY, put(PY, "assert total == 3", "assert total == 4"), py(weakened)),
  sample("a broader exception", "PT011", PY, put(PY, "pytest.raises(ValueError, match='bad')", "pytest.raises(Exception, match='bad')"), py(weakened)),
  sample("more exceptions", "PT011", PY, put(PY, "pytest.raises(ValueError", "pytest.raises((ValueError, TypeError)"), py(weakened)),
  sample("a message that is no longer looked at", "PT011", PY, put(PY, ", match='bad'", ""), py(weakened)),
  sample("assertEqual becomes assertTrue", "PT009", UNIT, put(UNIT, "self.assertEqual(f(), 3)", "self.assertTrue(f())"), py(weakened)),
  sample("assertEqual becomes assertIsNotNone", "PT009", UNIT, put(UNIT, "self.assertEqual(f(), 3)", "self.assertIsNotNone(f())"), py(weakened)),
  sample("assertEqual becomes a weak assert", "PT009", UNIT, put(UNIT, "self.assertEqual(f(), 3)", "assert f()"), py(weakened)),
  sample("assertRaises becomes broad", "PT027", UNIT, put(UNIT, "self.assertRaises(KeyError, f, 1)", "with pytest.raises(Exception):\n            f(1)"), py(weakened)),
  sample("a tolerance gets loose", "x", "def test_a():\n    assert f() == approx(1.0, abs=0.001)\n", "def test_a():\n    assert f() == approx(1.0, abs=0.5)\n", py(weakened)),
  sample("a tolerance appears and is huge", "RUF069", "def test_a():\n    assert f() == 1.5\n", "def test_a():\n    assert f() == pytest.approx(1.5, rel=0.9)\n", py(weakened)),
  sample("one half of an assertion is dropped", "PT018", "def test_a():\n    assert a == 1 and b == 2\n", "def test_a():\n    assert a == 1\n", py(weakened)),
  sample("all becomes any", "x", "def test_a():\n    assert all(x > 1 for x in f())\n", "def test_a():\n    assert any(x > 1 for x in f())\n", py(weakened)),
  sample("toBe becomes toBeTruthy", "no-x", JS, put(JS, "toBe(3)", "toBeTruthy()"), js(weakened)),
  sample("toBe becomes toBeDefined", "no-x", JS, put(JS, "toBe(3)", "toBeDefined()"), js(weakened)),
  sample("expect(true).toBe(true)", "no-x", JS, put(JS, "expect(add(1, 2)).toBe(3)", "expect(true).toBe(true)"), js(weakened)),
  sample("expect(x).toBe(x)", "no-x", JS, put(JS, "expect(add(1, 2)).toBe(3)", "expect(add(1, 2)).toBe(add(1, 2))"), js(weakened)),
  sample("toBe becomes not.toBe", "no-x", JS, put(JS, "toBe(3)", "not.toBe(4)"), js(weakened)),
  sample("another expected value in JavaScript", "no-x", JS, put(JS, "toBe(3)", "toBe(12)"), js(weakened)),
  sample("toThrow loses its type", "no-x", JS, put(JS, "toThrow(TypeError)", "toThrow()"), js(weakened)),
  sample("toThrow gets a broad type", "no-x", JS, put(JS, "toThrow(TypeError)", "toThrow(Error)"), js(weakened)),
  sample("expect is removed", "no-x", JS, put(JS, "    expect(add(1, 2)).toBe(3);\n", "    add(1, 2);\n"), js(weakened)),
  sample("expect.anything", "no-x", JS, put(JS, "toBe(3)", "toEqual(expect.anything())"), js(weakened)),
  sample("assert.equal becomes assert.ok", "no-x", "test('a', () => {\n  assert.equal(f(), 3);\n});\n", "test('a', () => {\n  assert.ok(f());\n});\n", js(weakened)),
];
