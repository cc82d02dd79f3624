import { type Sample, sample } from "../corpus.ts";

const swallowed = "SCOPE_EXCEPTION_SWALLOWED" as const;
const deleted = "SCOPE_DELETED_CODE" as const;
const py = (code: typeof swallowed | typeof deleted) => ({ path: "src/a.py", code });
const js = (code: typeof swallowed | typeof deleted) => ({ path: "src/a.ts", code });
const PY =
  "import json\n\n\ndef load(path):\n    try:\n        return json.loads(path.read_text())\n    except ValueError as exc:\n        log.error('bad %s', exc)\n        raise\n\n\ndef run(cmd):\n    value = eval(cmd)\n    print(value)\n    return value\n";
const JS =
  "export async function load(path) {\n  try {\n    return JSON.parse(await read(path));\n  } catch (error) {\n    log(error);\n    throw error;\n  }\n}\n\nexport function run(code) {\n  const value = eval(code);\n  send(value);\n  return value;\n}\n";
const put = (text: string, from: string, to: string) => {
  if (!text.includes(from)) throw new Error(`no ${from}`);
  return text.replace(from, to);
};
const HANDLER = "    except ValueError as exc:\n        log.error('bad %s', exc)\n        raise\n";

export const EXCEPTIONS_AND_DELETIONS: readonly Sample[] = [
  sample("an emptied handler", "TRY400", PY, put(PY, HANDLER, "    except ValueError:\n        pass\n"), py(swallowed)),
  sample("an ellipsis handler", "TRY400", PY, put(PY, HANDLER, "    except ValueError:\n        ...\n"), py(swallowed)),
  sample(
    "a handler that returns None",
    "TRY400",
    PY,
    put(PY, HANDLER, "    except ValueError:\n        return None\n"),
    py(swallowed),
  ),
  sample(
    "a handler with only a comment and pass",
    "S110",
    PY,
    put(PY, HANDLER, "    except ValueError:\n        # cannot happen\n        pass\n"),
    py(swallowed),
  ),
  sample("a handler on one line", "TRY400", PY, put(PY, HANDLER, "    except ValueError: pass\n"), py(swallowed)),
  sample(
    "a handler whose acts are removed and whose return stays",
    "T201",
    "def f():\n    try:\n        g()\n    except OSError as e:\n        print(e)\n        return None\n",
    "def f():\n    try:\n        g()\n    except OSError as e:\n        return None\n",
    py(swallowed),
  ),
  sample(
    "a broader handler",
    "BLE001",
    PY,
    put(PY, "except ValueError as exc", "except Exception as exc"),
    py(swallowed),
  ),
  sample(
    "a bare handler",
    "E722",
    PY,
    put(PY, "except ValueError as exc:\n        log.error('bad %s', exc)", "except:\n        log.error('bad')"),
    py(swallowed),
  ),
  sample(
    "BaseException",
    "BLE001",
    PY,
    put(PY, "except ValueError as exc", "except BaseException as exc"),
    py(swallowed),
  ),
  sample(
    "a new try that swallows",
    "S307",
    PY,
    put(PY, "    value = eval(cmd)\n", "    try:\n        value = eval(cmd)\n    except Exception:\n        pass\n"),
    py(swallowed),
  ),
  sample(
    "a new loop that continues",
    "B904",
    "for x in y:\n    f(x)\n",
    "for x in y:\n    try:\n        f(x)\n    except ValueError:\n        continue\n",
    py(swallowed),
  ),
  sample(
    "contextlib.suppress(Exception)",
    "S307",
    PY,
    put(
      PY,
      "    value = eval(cmd)\n",
      "    value = None\n    with contextlib.suppress(Exception):\n        value = eval(cmd)\n",
    ),
    py(swallowed),
  ),
  sample(
    "suppress of more than was caught",
    "SIM105",
    "try:\n    f()\nexcept ValueError:\n    pass\n",
    "import contextlib\n\nwith contextlib.suppress(ValueError, OSError):\n    f()\n",
    py(swallowed),
  ),
  sample(
    "suppress in place of a handler that acts",
    "SIM105",
    "try:\n    f()\nexcept ValueError as e:\n    log.error(e)\n",
    "with contextlib.suppress(ValueError):\n    f()\n",
    py(swallowed),
  ),
  sample("an emptied catch", "no-x", JS, put(JS, "    log(error);\n    throw error;\n", ""), js(swallowed)),
  sample(
    "a catch with a comment",
    "no-x",
    JS,
    put(JS, "    log(error);\n    throw error;\n", "    // ignore\n"),
    js(swallowed),
  ),
  sample(
    "a catch that returns null",
    "no-x",
    JS,
    put(JS, "    log(error);\n    throw error;\n", "    return null;\n"),
    js(swallowed),
  ),
  sample(
    "a new empty catch",
    "no-x",
    JS,
    put(JS, "  send(value);\n", "  try { send(value); } catch {}\n"),
    js(swallowed),
  ),
  sample(".catch(() => {})", "no-floating-promises", "f();\n", "f().catch(() => {});\n", js(swallowed)),
  sample(".catch(() => undefined)", "no-floating-promises", "f();\n", "f().catch(() => undefined);\n", js(swallowed)),
  sample(".catch(noop)", "no-floating-promises", "f();\n", "f().catch(noop);\n", js(swallowed)),
  sample(
    "an empty catch that gets a comment",
    "no-empty",
    "try { f(); } catch {}\n",
    "try { f(); } catch { /* ignored */ }\n",
    js(swallowed),
  ),
  sample(
    "an emptied catch in Java",
    "x",
    "class A { void f() { try { g(); } catch (E e) { throw e; } } }\n",
    "class A { void f() { try { g(); } catch (E e) { } } }\n",
    { path: "A.java", code: swallowed },
  ),

  sample("the flagged line is deleted", "S307", PY, put(PY, "    value = eval(cmd)\n", ""), {
    ...py(deleted),
    at: "eval",
  }),
  sample(
    "the flagged line becomes pass",
    "S602",
    "def f(c):\n    log(c)\n    subprocess.run(c, shell=True)\n",
    "def f(c):\n    log(c)\n    pass\n",
    { ...py(deleted), at: "subprocess" },
  ),
  sample(
    "the flagged line becomes a comment",
    "S602",
    "def f(c):\n    log(c)\n    subprocess.run(c, shell=True)\n",
    "def f(c):\n    log(c)\n    # subprocess.run(c, shell=True)\n",
    { ...py(deleted), at: "subprocess" },
  ),
  sample(
    "the flagged line becomes a string",
    "S603",
    "def f(c):\n    log(c)\n    subprocess.run(c)\n",
    'def f(c):\n    log(c)\n    "subprocess.run(c)"\n',
    { ...py(deleted), at: "subprocess" },
  ),
  sample(
    "a body becomes pass",
    "S307",
    PY,
    put(PY, "    value = eval(cmd)\n    print(value)\n    return value\n", "    pass\n"),
    py(deleted),
  ),
  sample(
    "a body becomes NotImplementedError",
    "S307",
    PY,
    put(PY, "    value = eval(cmd)\n    print(value)\n    return value\n", "    raise NotImplementedError\n"),
    py(deleted),
  ),
  sample(
    "a body becomes an ellipsis",
    "C901",
    PY,
    put(PY, "    value = eval(cmd)\n    print(value)\n    return value\n", "    ...\n"),
    py(deleted),
  ),
  sample(
    "a body becomes return None",
    "S307",
    PY,
    put(PY, "    value = eval(cmd)\n    print(value)\n    return value\n", "    return None\n"),
    py(deleted),
  ),
  sample("a function is deleted", "S307", PY, PY.slice(0, PY.indexOf("def run")), py(deleted)),
  sample("the file is deleted", "S307", PY, null, py(deleted)),
  sample(
    "all but a shell is deleted",
    "C901",
    `def f(a):\n${Array.from({ length: 20 }, (_, n) => `    step_${n}(a, name_${n})\n`).join("")}`,
    "def f(a):\n    everything(a)\n",
    py(deleted),
  ),
  sample(
    "an unused name goes with the call that made it",
    "F841",
    "def f(db):\n    row = db.insert(x)\n    return 1\n",
    "def f(db):\n    return 1\n",
    { ...py(deleted), at: "row", message: "Local variable `row` is assigned to but never used" },
  ),
  sample(
    "more goes than what is unused",
    "F841",
    "def f(db):\n    row = 1\n    a(db)\n    b(db)\n    c(db)\n    d(db)\n    e(db)\n    return 1\n",
    "def f(db):\n    return 1\n",
    { ...py(deleted), at: "row", message: "Local variable `row` is assigned to but never used" },
  ),
  sample("a JavaScript line is deleted", "no-eval", JS, put(JS, "  const value = eval(code);\n", ""), js(deleted)),
  sample(
    "a JavaScript body is emptied",
    "no-eval",
    JS,
    put(JS, "  const value = eval(code);\n  send(value);\n  return value;\n", ""),
    js(deleted),
  ),
  sample(
    "a JavaScript body throws",
    "no-eval",
    JS,
    put(
      JS,
      "  const value = eval(code);\n  send(value);\n  return value;\n",
      '  throw new Error("not implemented");\n',
    ),
    js(deleted),
  ),
  sample(
    "a method is emptied",
    "max-lines",
    "class A {\n  async run(a: string): Promise<void> {\n    await this.step(a);\n    await this.end();\n  }\n}\n",
    "class A {\n  async run(a: string): Promise<void> {}\n}\n",
    js(deleted),
  ),
  sample(
    "an arrow function is emptied",
    "no-x",
    "const f = (a) => {\n  send(a);\n  stop(a);\n};\n",
    "const f = (a) => {};\n",
    js(deleted),
  ),
];
