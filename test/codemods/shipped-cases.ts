/** What a shipped codemod does, and the nearest thing that it must leave alone. Both are reported by the real analyzer. */
export interface ShippedCase {
  readonly id: string;
  readonly rule: string;
  readonly before: string;
  readonly after: string;
  readonly left: string;
}

export const RUFF_CASES: readonly ShippedCase[] = [
  {
    id: "raise-from-caught",
    rule: "B904",
    before:
      'def f():\n    try:\n        g()\n    except (KeyError, OSError) as e:\n        raise RuntimeError("ä 😀", str(e))\n',
    after:
      'def f():\n    try:\n        g()\n    except (KeyError, OSError) as e:\n        raise RuntimeError("ä 😀", str(e)) from e\n',
    left: "def f():\n    try:\n        g()\n    except KeyError as e:\n        try:\n            g()\n        except OSError:\n            raise RuntimeError\n",
  },
  {
    id: "raise-from-caught",
    rule: "B904",
    before: "try:\n    g()\nexcept KeyError as e:\n    if x:\n        raise RuntimeError(\n            1,\n        )\n",
    after:
      "try:\n    g()\nexcept KeyError as e:\n    if x:\n        raise RuntimeError(\n            1,\n        ) from e\n",
    left: "try:\n    g()\nexcept KeyError as e:\n    e = None\n    raise RuntimeError\n",
  },
  {
    id: "bare-except-that-gives-up",
    rule: "E722",
    before: "try:\n    a = g()\nexcept:  # no matter\n    a = None\n",
    after: "try:\n    a = g()\nexcept Exception:  # no matter\n    a = None\n",
    left: "try:\n    g()\nexcept:\n    with safe_reraise():\n        rollback()\n",
  },
  {
    id: "yaml-safe-load",
    rule: "S506",
    before:
      "import yaml\n\na = yaml.load(text, Loader=yaml.Loader)\nb = yaml.load(\n    open(name),\n    yaml.FullLoader,\n)\n",
    after: "import yaml\n\na = yaml.safe_load(text)\nb = yaml.safe_load(open(name))\n",
    left: "import yaml\n\na = yaml.load(text, Loader=Own)\n",
  },
  {
    id: "logging-exception",
    rule: "G201",
    before: 'import logging\n\ntry:\n    g()\nexcept OSError:\n    logging.error("no %s", 1, exc_info=True)\n',
    after: 'import logging\n\ntry:\n    g()\nexcept OSError:\n    logging.exception("no %s", 1)\n',
    left: 'import logging\n\ntry:\n    g()\nexcept OSError:\n    logging.error("no", exc_info=True, stack_info=True, extra=x)\n',
  },
  {
    id: "logging-redundant-exc-info",
    rule: "G202",
    before: 'import logging\n\ntry:\n    g()\nexcept OSError:\n    logging.exception("no", exc_info=True)\n',
    after: 'import logging\n\ntry:\n    g()\nexcept OSError:\n    logging.exception("no")\n',
    left: 'import logging\n\ntry:\n    g()\nexcept OSError:\n    logging.exception("no", exc_info=True, extra=x)\n',
  },
  {
    id: "logging-exception-extra",
    rule: "G201",
    before:
      'import logging\n\ntry:\n    g()\nexcept OSError:\n    logging.error(\n        "no", exc_info=True, extra={"a": 1}\n    )\n',
    after: 'import logging\n\ntry:\n    g()\nexcept OSError:\n    logging.exception("no", extra={"a": 1})\n',
    left: 'import logging\n\ntry:\n    g()\nexcept OSError:\n    logging.error("no", exc_info=True, stack_info=True, extra=x)\n',
  },
  {
    id: "re-sub-count",
    rule: "B034",
    before: 'import re\n\na = re.sub("a", "b", text, 1)\n',
    after: 'import re\n\na = re.sub("a", "b", text, count=1)\n',
    left: 'import re\n\na = re.sub("a", "b", text, *rest, flags=re.I)\n',
  },
  {
    id: "re-sub-count-and-flags",
    rule: "B034",
    before: 'import re\n\na = re.subn("a", "b", text, n, re.I | re.M)\nb = re.sub("a", "b", text, 1, flags=re.I)\n',
    after:
      'import re\n\na = re.subn("a", "b", text, count=n, flags=re.I | re.M)\nb = re.sub("a", "b", text, count=1, flags=re.I)\n',
    left: 'import re\n\na = re.sub("a", "b", text, 1, *rest)\n',
  },
  {
    id: "re-split-keywords",
    rule: "B034",
    before: 'import re\n\na = re.split("a", text, 1)\n',
    after: 'import re\n\na = re.split("a", text, maxsplit=1)\n',
    left: 'import re\n\na = re.split("a", text, 1, re.I)\n',
  },
  {
    id: "useless-try-except",
    rule: "TRY203",
    before:
      "def f():\n    try:\n        if g():\n            h()\n\n        return 1\n    except OSError:\n        raise\n",
    after: "def f():\n    if g():\n        h()\n\n    return 1\n",
    left: "def f():\n    try:\n        g()\n    except OSError:\n        # for the reader\n        raise\n",
  },
  {
    id: "useless-try-except",
    rule: "TRY203",
    before: "def f():\n    try:\n        g()\n    except OSError as e:\n        raise\n",
    after: "def f():\n    g()\n",
    left: 'def f():\n    try:\n        g("""\n        text\n        """)\n    except OSError:\n        raise\n',
  },
  {
    id: "except-or",
    rule: "PLW0711",
    before: "try:\n    g()\nexcept KeyError or os.error:\n    h()\n",
    after: "try:\n    g()\nexcept (KeyError, os.error):\n    h()\n",
    left: "try:\n    g()\nexcept KeyError and OSError:\n    h()\n",
  },
];

export const ESLINT_CASES: readonly ShippedCase[] = [
  {
    id: "no-useless-catch",
    rule: "no-useless-catch",
    before:
      "export function f() {\n  try {\n    g();\n    if (h()) {\n      g();\n    }\n  } catch (error) {\n    throw error;\n  }\n}\n",
    after: "export function f() {\n  g();\n  if (h()) {\n    g();\n  }\n}\n",
    left: "export function f() {\n  try {\n    const a = g();\n  } catch (error) {\n    throw error;\n  }\n}\n",
  },
  {
    id: "prefer-spread-function",
    rule: "prefer-spread",
    before: "f.apply(undefined, list);\nf.apply(null, list);\n",
    after: "f(...list);\nf(...list);\n",
    left: "f.apply(undefined, make());\n",
  },
  {
    id: "prefer-spread-method",
    rule: "prefer-spread",
    before: "a.b.apply(a, list);\n",
    after: "a.b(...list);\n",
    left: "a[b()].c.apply(a[b()], list);\n",
  },
  {
    id: "plus-plus",
    rule: "no-plusplus",
    before: "for (let i = 0; i < 9; i++) {\n  ++a.b;\n}\n",
    after: "for (let i = 0; i < 9; i += 1) {\n  a.b += 1;\n}\n",
    left: "f(i++);\n",
  },
  {
    id: "minus-minus",
    rule: "no-plusplus",
    before: "i--;\n",
    after: "i -= 1;\n",
    left: "const a = --i;\n",
  },
  {
    id: "negated-ternary",
    rule: "no-negated-condition",
    before: 'const a = !b ? "😀" : 2;\n',
    after: 'const a = b ? 2 : "😀";\n',
    left: "const a = !b ? /* no */ 1 : 2;\n",
  },
];
