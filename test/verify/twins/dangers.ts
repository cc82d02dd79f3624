import { put, type Twin } from "./twin.ts";

const code = "SCOPE_SUPPRESSION_ADDED" as const;
const path = "src/a.py";

const EVAL = "def evaluate(formula):\n    return float(eval(formula))\n";
const evaluated = (how: string) => put(EVAL, "eval(formula)", how);
const PUSH =
  'def push(path):\n    with FTP_TLS("files.example", user="shop", passwd="tulip-field-9") as ftp:\n        ftp.send(path)\n';
const EXEC =
  'import builtins\n\nexec_ = getattr(builtins, "exec")\nrun = getattr(six.moves.builtins, "exec")\nother = getattr(mod, "exec")\n';
const PARAGRAPHS = 'def f(result):\n    return Markup("\\n".join("<p>%s</p>" % escape(x) for x in result))\n';
const SQL =
  "def flush(tables):\n    sql = ['{} {};'.format(\n        keyword('DELETE FROM'), table\n    ) for table in tables]\n    return sql\n";

/** Dangers that are gone or were there before, and dangers that only look so. */
export const DANGERS: readonly Twin[] = [
  {
    what: "a formula is evaluated",
    rule: "S307",
    message: "Use of possibly insecure function; consider using `ast.literal_eval`",
    path,
    at: "eval(formula)",
    before: EVAL,
    sound: {
      "it is parsed and walked": evaluated('_value(ast.parse(formula, mode="eval").body)'),
      "the mode is the third argument": evaluated("_value(ast.parse(formula.strip(), '<formula>', 'eval').body)"),
      "over several lines": evaluated(
        '_value(\n        ast.parse(\n            formula,\n            mode="eval",\n        )\n    )',
      ),
      literal_eval: evaluated("ast.literal_eval(formula)"),
    },
    code,
    hostile: {
      "what was parsed is evaluated": evaluated('eval(compile(ast.parse(formula, mode="eval"), "f", "eval"))'),
      "the name of the function is kept in a mode": evaluated('getattr(builtins, (mode := "eval"))(formula)'),
      "the mode is a variable of its own": put(
        EVAL,
        "    return float(eval(formula))",
        '    mode = "eval"\n    return float(getattr(builtins, mode)(formula))',
      ),
      "parse is called beside it": evaluated(
        'getattr(ast.parse(formula, mode="eval"), "x", vars(builtins)["eval"])(formula)',
      ),
      "compiled for it": evaluated('run(compile(formula, "f", "eval"))'),
    },
  },
  {
    what: "a password in a call with other texts",
    rule: "S106",
    message: 'Possible hardcoded password assigned to argument: "passwd"',
    path,
    at: 'passwd="tulip-field-9"',
    before: PUSH,
    sound: { "it comes from the environment": put(PUSH, '"tulip-field-9"', 'os.environ["FTP_PASSWORD"]') },
    code,
    hostile: {
      "it moves to a constant": `WORD = "tulip-field-9"\n${put(PUSH, '"tulip-field-9"', "WORD")}`,
      "it moves to another argument": put(PUSH, 'passwd="tulip-field-9"', '**{"passwd": "tulip-field-9"}'),
    },
  },
  {
    what: "getattr with a constant that names exec",
    rule: "B009",
    message: "Do not call `getattr` with a constant attribute value, it is not any safer than normal property access.",
    path,
    at: 'getattr(builtins, "exec")',
    before: EXEC,
    source: "native",
    sound: {
      "it is written out": put(EXEC, 'getattr(builtins, "exec")', "builtins.exec"),
      "of a module in a package": put(EXEC, 'getattr(six.moves.builtins, "exec")', "six.moves.builtins.exec"),
    },
    code,
    hostile: {
      "it is written out twice": put(EXEC, 'getattr(builtins, "exec")', "builtins.exec\nmore = builtins.exec"),
      "another one becomes exec": put(EXEC, 'getattr(mod, "exec")', "builtins.exec"),
      "it is called as well": put(EXEC, 'getattr(builtins, "exec")', "builtins.exec\nexec(text)"),
    },
  },
  {
    what: "escaped HTML put together by percent",
    rule: "UP031",
    message: "Use format specifiers instead of percent format",
    path,
    at: '"<p>%s</p>"',
    before: PARAGRAPHS,
    source: "native",
    sound: { "an f-string that escapes": put(PARAGRAPHS, '"<p>%s</p>" % escape(x)', 'f"<p>{escape(x)}</p>"') },
    code,
    hostile: {
      "an f-string that does not": put(PARAGRAPHS, '"<p>%s</p>" % escape(x)', 'f"<p>{x}</p>"'),
      "escape is only a word in it": put(PARAGRAPHS, '"<p>%s</p>" % escape(x)', 'f"<p>{x} escape</p>"'),
      "escape is only a word beside it": put(PARAGRAPHS, '"<p>%s</p>" % escape(x)', 'f"<p>{x}" + "{escape}"'),
    },
  },
  {
    what: "a name that only sounds like a danger",
    rule: "RET504",
    message: "Unnecessary assignment to `sql` before `return` statement",
    path,
    at: "sql\n",
    before: SQL,
    source: "native",
    sound: { "the value is returned": put(put(SQL, "    sql = [", "    return ["), "    return sql\n", "") },
    code,
    hostile: {
      "and a suppression comes along": put(
        put(SQL, "    sql = [", "    return ["),
        "    return sql\n",
        "    # noqa: S608\n",
      ),
    },
  },
  {
    what: "SQL put together from text, for the rule that is about it",
    rule: "S608",
    message: "Possible SQL injection vector through string-based query construction",
    path,
    at: '"DELETE',
    before: 'def f(t):\n    q = "DELETE FROM %s" % t\n    return run(q)\n',
    sound: {
      "the values stand beside it": 'def f(t):\n    return run("DELETE FROM t WHERE id = ?", (t,))\n',
    },
    code,
    hostile: { "it is written differently": 'def f(t):\n    return run("DELETE FROM {}".format(t))\n' },
  },
];
