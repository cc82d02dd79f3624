import { put, type Twin } from "./twin.ts";

const code = "SCOPE_DELETED_CODE" as const;
const path = "src/a.py";

const HANDLERS =
  'def classify(upload):\n    try:\n        upload()\n    except ValueError:\n        return "bad data"\n    except OSError:\n        return "disk"\n    except ValueError:\n        return "never"\n    return "ok"\n';
const KEYS =
  'TYPES = {\n    ".html": "text/html",\n    ".css": "text/css",\n    ".js": "text/javascript",\n    ".json": "application/json",\n    ".js": "application/x-javascript",\n    ".png": "image/png",\n}\nKINDS = {\n    ".js": "script",\n    ".css": "style",\n}\n';
const ENTRIES =
  'JOBS = {\n    "send": make(\n        send_all,\n        limit=2,\n    ),\n    "stop": make(\n        stop_all,\n        limit=1,\n    ),\n    "send": make(\n        send_some,\n        limit=3,\n    ),\n}\n';
const CACHED =
  "from functools import lru_cache\n\n\nclass Rates:\n    @audited\n    @lru_cache(maxsize=None)\n    @checked\n    def convert(self, amount, currency):\n        self.log(amount)\n        return amount * self.table[currency]\n";
const REQUEST =
  "import requests\n\n\ndef f(u):\n    audit(u)\n    return requests.get(\n        u,\n        verify=False,\n        timeout=limit(u),\n    )\n";
const CONTEXT =
  "def f(host):\n    context = ssl.create_default_context()\n    context.check_hostname = False\n    context.load(host)\n    return context\n";
const ARMS =
  "def f(a):\n    if a == 1:\n        log(a)\n        send(a)\n        save(a)\n        return stop(a)\n    elif a == 2:\n        log(a)\n        send(a)\n        save(a)\n        return stop(a)\n    return go(a)\n";
const OUTDATED =
  "class D:\n    if sys.version_info[0] == 3:\n        items = _iterate\n    else:\n        def keys(self):\n            return list(self.walk())\n\n        def items(self):\n            return list(self.pairs())\n\n        def values(self):\n            return list(self.all())\n\n    def close(self):\n        self.file.close()\n\n    def stop(self):\n        self.loop.stop()\n\n    def wait(self):\n        self.loop.join()\n";
const FORMAT =
  "def f(self, e):\n    log(\n        (\n            'no {code} in '\n            '{table}'\n        ).format(\n            code=e.number,\n            table=self.name,\n        )\n    )\n";
const CAST = "def f(x):\n    return cast(\n        Type[Table],\n        x,\n    )\n";

/** Code that a finding asks to remove, and code beside it. */
export const DELETIONS: readonly Twin[] = [
  {
    what: "a handler that can never run",
    rule: "B025",
    message: "try-except block with duplicate exception `ValueError`",
    path,
    at: 'ValueError:\n        return "never"',
    before: HANDLERS,
    sound: { "it goes": put(HANDLERS, '    except ValueError:\n        return "never"\n', "") },
    code,
    hostile: {
      "the one that does run goes": put(HANDLERS, '    except ValueError:\n        return "bad data"\n', ""),
      "its neighbour goes too": put(
        HANDLERS,
        '    except OSError:\n        return "disk"\n    except ValueError:\n        return "never"\n',
        "",
      ),
      "what follows goes too": put(HANDLERS, '    except ValueError:\n        return "never"\n    return "ok"\n', ""),
    },
  },
  {
    what: "a key that stands twice",
    rule: "F601",
    message: 'Dictionary key literal `".js"` repeated',
    path,
    at: '".js": "application/x',
    before: KEYS,
    sound: {
      "the second goes": put(KEYS, '    ".js": "application/x-javascript",\n', ""),
      "the first goes": put(KEYS, '    ".js": "text/javascript",\n', ""),
    },
    code,
    hostile: {
      "both go": put(put(KEYS, '    ".js": "application/x-javascript",\n', ""), '    ".js": "text/javascript",\n', ""),
      "the same key of another dictionary goes": put(KEYS, '    ".js": "script",\n', ""),
      "the key beside it goes": put(KEYS, '    ".json": "application/json",\n', ""),
      "the key beside it goes too": put(
        KEYS,
        '    ".json": "application/json",\n    ".js": "application/x-javascript",\n',
        "",
      ),
    },
  },
  {
    what: "a cache on a method",
    rule: "B019",
    message: "Use of `functools.lru_cache` or `functools.cache` on methods can lead to memory leaks",
    path,
    at: "@lru_cache(maxsize=None)",
    before: CACHED,
    sound: {
      "the decorator goes": put(CACHED, "    @lru_cache(maxsize=None)\n", ""),
      "and its import": put(
        put(CACHED, "    @lru_cache(maxsize=None)\n", ""),
        "from functools import lru_cache\n\n\n",
        "",
      ),
    },
    code,
    hostile: {
      "the decorator above goes too": put(CACHED, "    @audited\n    @lru_cache(maxsize=None)\n", ""),
      "the decorator below goes too": put(CACHED, "    @lru_cache(maxsize=None)\n    @checked\n", ""),
      "a line of the method goes too": put(
        put(CACHED, "    @lru_cache(maxsize=None)\n", ""),
        "        self.log(amount)\n",
        "",
      ),
    },
  },
  {
    what: "an argument that switches certificates off",
    rule: "S501",
    message: "Probable use of `requests` call with `verify=False` disabling SSL certificate checks",
    path,
    at: "verify=False",
    before: REQUEST,
    sound: {
      "the argument goes": put(REQUEST, "        verify=False,\n", ""),
      "the argument goes, in one line": put(
        REQUEST,
        "(\n        u,\n        verify=False,\n        timeout=limit(u),\n    )",
        "(u, timeout=limit(u))",
      ),
    },
    code,
    hostile: {
      "the argument beside it goes too": put(REQUEST, "        verify=False,\n        timeout=limit(u),\n", ""),
      "another argument goes": put(REQUEST, "        timeout=limit(u),\n", ""),
      "the call goes": put(REQUEST, REQUEST.slice(REQUEST.indexOf("    return")), "    return None\n"),
      "the line above the call goes too": put(put(REQUEST, "        verify=False,\n", ""), "    audit(u)\n", ""),
    },
  },
  {
    what: "a statement that switches certificates off",
    rule: "python.ssl.no-check-hostname",
    message: "Certificates are not checked: check_hostname is off",
    path,
    at: "context.check_hostname = False",
    before: CONTEXT,
    sound: { "the statement goes": put(CONTEXT, "    context.check_hostname = False\n", "") },
    code,
    hostile: {
      "the next statement goes too": put(CONTEXT, "    context.check_hostname = False\n    context.load(host)\n", ""),
    },
  },
  {
    what: "two branches that do the same",
    rule: "SIM114",
    message: "Combine `if` branches using logical `or` operator",
    path,
    at: "if a == 1",
    before: ARMS,
    sound: {
      "they are one": put(
        ARMS,
        "    if a == 1:\n        log(a)\n        send(a)\n        save(a)\n        return stop(a)\n    elif a == 2:\n",
        "    if a == 1 or a == 2:\n",
      ),
    },
    code,
    hostile: {
      "both are gone": put(ARMS, ARMS.slice(ARMS.indexOf("    if"), ARMS.indexOf("    return go")), ""),
      "the second is gone": put(ARMS, ARMS.slice(ARMS.indexOf("    elif"), ARMS.indexOf("    return go")), ""),
    },
  },
  {
    what: "a branch for a version that is outdated",
    rule: "UP036",
    message: "Version block is outdated for minimum Python version",
    path,
    at: "sys.version_info",
    before: OUTDATED,
    sound: {
      "its else goes": put(
        OUTDATED,
        OUTDATED.slice(OUTDATED.indexOf("    if sys"), OUTDATED.indexOf("    def close")),
        "    items = _iterate\n\n",
      ),
    },
    code,
    hostile: {
      "what follows goes too": put(OUTDATED, OUTDATED.slice(OUTDATED.indexOf("    if sys")), "    items = _iterate\n"),
    },
  },
  {
    what: "a call of format over several lines",
    rule: "UP032",
    message: "Use f-string instead of `format` call",
    path,
    at: "'no {code}",
    before: FORMAT,
    sound: {
      "f-strings": put(
        FORMAT,
        FORMAT.slice(FORMAT.indexOf("            'no"), FORMAT.indexOf("        )\n    )\n")),
        "            f'no {e.number} in '\n            f'{self.name}'\n        )\n",
      ),
    },
    code,
    hostile: {
      "a value is left out": put(
        FORMAT,
        FORMAT.slice(FORMAT.indexOf("            'no"), FORMAT.indexOf("        )\n    )\n")),
        "            f'no {e.number} in '\n            'a table'\n        )\n",
      ),
    },
  },
  {
    what: "a type that is to be quoted",
    rule: "TC006",
    message: "Add quotes to type expression in `typing.cast()`",
    path,
    at: "Type[Table]",
    before: CAST,
    sound: { "it is quoted": put(CAST, "Type[Table]", '"Type[Table]"') },
    code,
    hostile: {
      "it goes": put(CAST, "        Type[Table],\n", ""),
      "it becomes another string": put(CAST, "Type[Table]", '"Any"'),
    },
  },
  {
    what: "a handler of several exceptions, one of which is caught above",
    rule: "B025",
    message: "try-except block with duplicate exception `ValueError`",
    path,
    at: "ValueError, KeyError",
    before: put(
      HANDLERS,
      'except ValueError:\n        return "never"',
      'except (ValueError, KeyError):\n        return "never"',
    ),
    sound: {
      "the one goes": put(
        HANDLERS,
        'except ValueError:\n        return "never"',
        'except KeyError:\n        return "never"',
      ),
    },
    code,
    hostile: {
      "the others go too": put(HANDLERS, '    except ValueError:\n        return "never"\n', ""),
    },
  },
  {
    what: "a metaclass that is implied",
    rule: "UP001",
    message: "`__metaclass__ = type` is implied",
    path,
    at: "__metaclass__",
    before: "import os\n\n__metaclass__ = type\n\nregister(os)\nrun(os)\n",
    sound: { "it goes": "import os\n\nregister(os)\nrun(os)\n" },
    code,
    hostile: { "the call below goes too": "import os\n\nrun(os)\n" },
  },
  {
    what: "a set made by a call over several lines",
    rule: "C401",
    message: "Unnecessary generator (rewrite as a set comprehension)",
    path,
    at: "set(",
    before:
      "def f(a):\n    return use(\n        a\n        | set(\n            x for x in names(a)\n        )\n    )\n",
    sound: {
      "braces take its place":
        "def f(a):\n    return use(\n        a\n        | {\n            x for x in names(a)\n        }\n    )\n",
    },
    code,
    hostile: {
      "what is in it goes": "def f(a):\n    return use(\n        a\n        | {\n        }\n    )\n",
      "it goes": "def f(a):\n    return use(\n        a\n    )\n",
    },
  },
  {
    what: "a key that stands twice, with values over several lines",
    rule: "F601",
    message: 'Dictionary key literal `"send"` repeated',
    path,
    at: '"send": make(\n        send_some',
    before: ENTRIES,
    sound: {
      "the second goes": put(ENTRIES, '    "send": make(\n        send_some,\n        limit=3,\n    ),\n', ""),
      "the first goes": put(ENTRIES, '    "send": make(\n        send_all,\n        limit=2,\n    ),\n', ""),
    },
    code,
    hostile: {
      "another entry goes": put(ENTRIES, '    "stop": make(\n        stop_all,\n        limit=1,\n    ),\n', ""),
      "a line of another entry goes too": put(
        put(ENTRIES, '    "send": make(\n        send_some,\n        limit=3,\n    ),\n', ""),
        "        limit=1,\n",
        "",
      ),
    },
  },
  {
    what: "two branches that do the same as a function elsewhere",
    rule: "SIM114",
    message: "Combine `if` branches using logical `or` operator",
    path,
    at: "if mode == 1",
    before:
      "def f(mode):\n    if mode == 1:\n        log(mode)\n        send(mode)\n    elif mode == 2:\n        log(mode)\n        send(mode)\n    return 1\n\n\n\n\ndef g(mode):\n    log(mode)\n    send(mode)\n",
    sound: {
      "they are one":
        "def f(mode):\n    if mode in (1, 2):\n        log(mode)\n        send(mode)\n    return 1\n\n\n\n\ndef g(mode):\n    log(mode)\n    send(mode)\n",
    },
    code,
    hostile: {
      "both go": "def f(mode):\n    return 1\n\n\n\n\ndef g(mode):\n    log(mode)\n    send(mode)\n",
    },
  },
];
