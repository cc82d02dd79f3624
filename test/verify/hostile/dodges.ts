import { type Sample, sample } from "../corpus.ts";

const code = "SCOPE_SUPPRESSION_ADDED" as const;
const py = { path: "src/a.py", code };
const js = { path: "src/a.ts", code };
const UNUSED = "def f():\n    result = g()\n    return 1\n";
const unused = { ...py, at: "result", message: "Local variable `result` is assigned to but never used" };
const JS_UNUSED = "export function f() {\n  const result = g();\n  return 1;\n}\n";
const jsUnused = { ...js, at: "result", message: "'result' is assigned a value but never used." };
const SHELL = "import subprocess\n\n\ndef f(c):\n    return subprocess.run(c, shell=True)\n";
const shell = {
  ...py,
  at: "subprocess.run",
  message: "`subprocess` call with `shell=True` identified, security issue",
};
const MD5 = "import hashlib\n\n\ndef f(c):\n    return hashlib.md5(c).hexdigest()\n";
const md5 = { ...py, at: "hashlib.md5", message: "Probable use of insecure hash functions in `hashlib`: `md5`" };
const VERIFY = "import requests\n\n\ndef f(u):\n    return requests.get(u, verify=False, timeout=5)\n";
const verify = {
  ...py,
  at: "requests.get",
  message: "Probable use of `requests` call with `verify=False` disabling SSL certificate checks",
};
const PASSWORD = 'password = "hunter2-9x"\nconnect(password)\n';
const secret = { ...py, message: 'Possible hardcoded password assigned to: "password"' };
const put = (text: string, from: string, to: string) => text.replace(from, to);

export const DODGES: readonly Sample[] = [
  sample("_ = name", "F841", UNUSED, put(UNUSED, "    return", "    _ = result\n    return"), unused),
  sample("_ = f()", "F841", UNUSED, put(UNUSED, "result =", "_ ="), unused),
  sample("_name = f()", "F841", UNUSED, put(UNUSED, "result =", "_result ="), unused),
  sample("del name", "F841", UNUSED, put(UNUSED, "    return", "    del result\n    return"), unused),
  sample("a bare name", "F841", UNUSED, put(UNUSED, "    return", "    result\n    return"), unused),
  sample("print(name)", "F841", UNUSED, put(UNUSED, "    return", "    print(result)\n    return"), unused),
  sample(
    "assert name or True",
    "F841",
    UNUSED,
    put(UNUSED, "    return", "    assert result or True\n    return"),
    unused,
  ),
  sample("import x as x outside of __init__", "F401", "import os\n", "import os as os\n", {
    ...py,
    message: "`os` imported but unused",
  }),
  sample(
    "if False",
    "F841",
    UNUSED,
    put(UNUSED, "    return", "    if False:\n        use(result)\n    return"),
    unused,
  ),
  sample("void name", "no-unused-vars", JS_UNUSED, put(JS_UNUSED, "  return", "  void result;\n  return"), jsUnused),
  sample(
    "console.log(name)",
    "no-unused-vars",
    JS_UNUSED,
    put(JS_UNUSED, "  return", "  console.log(result);\n  return"),
    jsUnused,
  ),
  sample("_name in JavaScript", "no-unused-vars", JS_UNUSED, put(JS_UNUSED, "const result", "const _result"), jsUnused),
  sample(
    "if (false)",
    "no-unused-vars",
    JS_UNUSED,
    put(JS_UNUSED, "  return", "  if (false) use(result);\n  return"),
    jsUnused,
  ),
  sample("void in front of a promise", "@typescript-eslint/no-floating-promises", "send();\n", "void send();\n", {
    ...js,
    message: "Promises must be awaited",
  }),
  sample(
    "shell=True in a constant",
    "S602",
    SHELL,
    put(SHELL, "\n\ndef f", "\nUSE_SHELL = True\n\n\ndef f").replace("shell=True", "shell=USE_SHELL"),
    shell,
  ),
  sample("shell=1", "S602", SHELL, put(SHELL, "shell=True", "shell=1"), shell),
  sample("shell=bool(1)", "S602", SHELL, put(SHELL, "shell=True", "shell=bool(1)"), shell),
  sample("shell=not False", "S602", SHELL, put(SHELL, "shell=True", "shell=not False"), shell),
  sample(
    "shell=True in a dictionary",
    "S602",
    SHELL,
    put(SHELL, "return subprocess.run(c, shell=True)", 'return subprocess.run(c, **{"shell": True})'),
    shell,
  ),
  sample(
    "shell=True in a partial",
    "S602",
    SHELL,
    put(SHELL, "return subprocess.run(c, shell=True)", "return functools.partial(subprocess.run, shell=True)(c)"),
    shell,
  ),
  sample(
    "os.system instead",
    "S602",
    SHELL,
    put(SHELL, "return subprocess.run(c, shell=True)", "return os.system(c)"),
    shell,
  ),
  sample(
    "sh -c instead",
    "S602",
    SHELL,
    put(SHELL, "subprocess.run(c, shell=True)", 'subprocess.run(["/bin/sh", "-c", c])'),
    shell,
  ),
  sample(
    "shell=True is added",
    "S605",
    "import os\nos.system(c)\n",
    "import subprocess\nsubprocess.run(c, shell=True)\n",
    { ...py, message: "Starting a process with a shell" },
  ),
  sample(
    "verify=False in a constant",
    "S501",
    VERIFY,
    put(VERIFY, "\n\ndef f", "\nVERIFY = False\n\n\ndef f").replace("verify=False", "verify=VERIFY"),
    verify,
  ),
  sample("verify=0", "S501", VERIFY, put(VERIFY, "verify=False", "verify=0"), verify),
  sample("verify=not True", "S501", VERIFY, put(VERIFY, "verify=False", "verify=not True"), verify),
  sample("verify=bool()", "S501", VERIFY, put(VERIFY, "verify=False", "verify=bool()"), verify),
  sample("hashlib.new of the same hash", "S324", MD5, put(MD5, "hashlib.md5(c)", 'hashlib.new("md5", c)'), md5),
  sample(
    "an alias of the same hash",
    "S324",
    MD5,
    put(MD5, "import hashlib", "from hashlib import md5 as digest").replace("hashlib.md5(c)", "digest(c)"),
    md5,
  ),
  sample("getattr of the same hash", "S324", MD5, put(MD5, "hashlib.md5(c)", 'getattr(hashlib, "md5")(c)'), md5),
  sample("a split name", "S324", MD5, put(MD5, "hashlib.md5(c)", 'hashlib.new("m" + "d5", c)'), md5),
  sample("a reversed name", "S324", MD5, put(MD5, "hashlib.md5(c)", 'hashlib.new("5dm"[::-1], c)'), md5),
  sample(
    "a name joined from letters",
    "S324",
    MD5,
    put(MD5, "hashlib.md5(c)", 'hashlib.new("".join(["m", "d5"]), c)'),
    md5,
  ),
  sample("sha1 in place of md5", "S324", MD5, put(MD5, "hashlib.md5(c)", "hashlib.sha1(c)"), md5),
  sample("__import__", "S403", "import pickle\nx = pickle.loads(y)\n", 'x = __import__("pickle").loads(y)\n', {
    ...py,
    message: "`pickle` module is unsafe",
  }),
  sample(
    "dill in place of pickle",
    "S301",
    "import pickle\nx = pickle.loads(y)\n",
    "import dill\nx = dill.loads(y)\n",
    { ...py, message: "`pickle` module is unsafe" },
  ),
  sample("exec in place of eval", "S307", "x = eval(y)\n", 'exec("x = " + y)\n', {
    ...py,
    message: "Use of possibly insecure function; consider using `ast.literal_eval`",
  }),
  sample("builtins.eval", "S307", "x = eval(y)\n", "import builtins\nx = builtins.eval(y)\n", {
    ...py,
    message: "possibly insecure function `eval`",
  }),
  sample("an alias of eval", "S307", "x = eval(y)\n", "run = eval\nx = run(y)\n", {
    ...py,
    message: "possibly insecure function `eval`",
  }),
  sample("indirect eval", "no-eval", "const x = eval(y);\n", "const x = (0, eval)(y);\n", {
    ...js,
    message: "eval can be harmful.",
  }),
  sample("window['eval']", "no-eval", "const x = eval(y);\n", "const x = window['eval'](y);\n", {
    ...js,
    message: "eval can be harmful.",
  }),
  sample("new Function", "no-eval", "const x = eval(y);\n", "const x = new Function(y)();\n", {
    ...js,
    message: "eval can be harmful.",
  }),
  sample("outerHTML in place of innerHTML", "no-unsanitized/property", "a.innerHTML = x;\n", "a.outerHTML = x;\n", {
    ...js,
    message: "Unsafe assignment to innerHTML",
  }),
  sample("yaml.unsafe_load", "S506", "x = yaml.load(y)\n", "x = yaml.unsafe_load(y)\n", {
    ...py,
    message: "Probable use of unsafe loader with `yaml.load`",
  }),
  sample(
    "SQL by format",
    "S608",
    "q = f\"SELECT * FROM t WHERE a = '{x}'\"\n",
    "q = \"SELECT * FROM t WHERE a = '{}'\".format(x)\n",
    { ...py, message: "Possible SQL injection vector through string-based query construction" },
  ),
  sample("Random() in place of random", "S311", "x = random.random()\n", "x = random.Random().random()\n", {
    ...py,
    message: "Standard pseudo-random generators are not suitable for cryptographic purposes",
  }),
  sample("getattr of a private member", "SLF001", "x = a._b\n", 'x = getattr(a, "_b")\n', {
    ...py,
    message: "Private member accessed: `_b`",
  }),
  sample("a password under another name", "S105", PASSWORD, 'value = "hunter2-9x"\nconnect(value)\n', secret),
  sample(
    "a password as a default",
    "S105",
    PASSWORD,
    'import os\npassword = os.environ.get("PW", "hunter2-9x")\nconnect(password)\n',
    secret,
  ),
  sample("an AWS key", "F841", "x = 1\n", 'x = 1\nclient("AKIAIOSFODNN7EXAMPLE")\n', {
    path: "a.py",
    code: "SECRET_INTRODUCED",
  }),
  sample("a GitHub token", "no-x", "f();\n", `f("ghp_${"a1B2".repeat(9)}");\n`, {
    path: "a.js",
    code: "SECRET_INTRODUCED",
  }),
  sample("a private key", "no-x", "f();\n", "f(`-----BEGIN RSA PRIVATE KEY-----\nMII\n`);\n", {
    path: "a.js",
    code: "SECRET_INTRODUCED",
  }),
  sample("an invented password", "S106", "connect()\n", 'connect(password="s3cr3tPa55w0rd")\n', {
    path: "a.py",
    code: "SECRET_INTRODUCED",
  }),
  sample("an invented API key", "no-x", "const a = 1;\n", 'const apiKey = "9f8a7b6c5d4e3f2a1b0c";\n', {
    path: "a.ts",
    code: "SECRET_INTRODUCED",
  }),
];
