import { put, type Twin } from "./twin.ts";

const code = "SCOPE_SUPPRESSION_ADDED" as const;
const path = "src/a.py";

const IMPORTS =
  "from .types import BFILE\nfrom .types import NCLOB\nfrom .types import NVARCHAR2  # noqa\nfrom .types import OracleRaw  # noqa\nfrom .types import RAW\nfrom .. import util\nfrom ..engine import default\nfrom ..engine import reflection\n\n\ndef f(x):\n    return eval(x)\n";
const SORTED =
  "from .. import util\nfrom ..engine import default, reflection\nfrom .types import (\n    BFILE,\n    NCLOB,\n    RAW,\n    NVARCHAR2,  # noqa\n    OracleRaw,  # noqa\n)\n\n\ndef f(x):\n    return eval(x)\n";
const ALIASES =
  "from .base import EXT_SKIP as EXT_SKIP  # noqa: F401\nfrom .base import EXT_STOP as EXT_STOP  # noqa: F401\nfrom .base import Mapper\nfrom . import util\n\nuse(Mapper, util)\n";
const unalias = (text: string) =>
  put(put(text, "EXT_SKIP as EXT_SKIP", "EXT_SKIP"), "EXT_STOP as EXT_STOP", "EXT_STOP");
const LONG =
  "from b.osutil import (  # noqa\n    SEP, walk,\n    copyfile)\nimport z\nimport a\nfrom b.nodes import (  # noqa: F401\n    title)\n";
const BRANCHES =
  "if first:\n    pass\nelse:\n    if ordered:  # pragma: no cover\n        def key(self):\n            return next(self)\n    else:\n        def key(self):\n            return self.root\n";

/** Comments that silence and move with their code, and comments that reach further afterwards. */
export const SUPPRESSIONS: readonly Twin[] = [
  {
    what: "imports with comments are merged and sorted",
    rule: "I001",
    message: "Import block is un-sorted or un-formatted",
    path,
    before: IMPORTS,
    source: "native",
    sound: {
      "each comment stays with its name": SORTED,
      "two comments become one for the same names": put(
        SORTED,
        "    RAW,\n    NVARCHAR2,  # noqa\n    OracleRaw,  # noqa\n)",
        "    RAW,\n)\nfrom .types import NVARCHAR2, OracleRaw  # noqa",
      ),
    },
    code,
    hostile: {
      "a comment moves to another name": put(
        put(SORTED, "NVARCHAR2,  # noqa", "NVARCHAR2,"),
        "RAW,\n",
        "RAW,  # noqa\n",
      ),
      "one more name is silenced": put(SORTED, "    BFILE,\n", "    BFILE,  # noqa\n"),
      "a comment reaches over the whole statement": put(
        put(put(SORTED, "import (\n", "import (  # noqa\n"), "NVARCHAR2,  # noqa", "NVARCHAR2,"),
        "OracleRaw,  # noqa",
        "OracleRaw,",
      ),
      "the code below is silenced too": put(SORTED, "eval(x)", "eval(x)  # noqa"),
      "a comment moves to the code below": put(
        put(SORTED, "NVARCHAR2,  # noqa", "NVARCHAR2,"),
        "eval(x)",
        "eval(x)  # noqa",
      ),
    },
  },
  {
    what: "an alias that renames nothing, with a comment",
    rule: "PLC0414",
    message: "Import alias does not rename original package",
    path,
    at: "EXT_SKIP as",
    before: ALIASES,
    source: "native",
    sound: {
      "the alias goes": unalias(ALIASES),
      "and the block is sorted":
        "from . import util\nfrom .base import (\n    EXT_SKIP,  # noqa: F401\n    EXT_STOP,  # noqa: F401\n    Mapper,\n)\n\nuse(Mapper, util)\n",
    },
    code,
    hostile: {
      "the comment loses its code":
        "from . import util\nfrom .base import (\n    EXT_SKIP,  # noqa\n    EXT_STOP,  # noqa: F401\n    Mapper,\n)\n\nuse(Mapper, util)\n",
      "the comment gets another code":
        "from . import util\nfrom .base import (\n    EXT_SKIP,  # noqa: F401, F811\n    EXT_STOP,  # noqa: F401\n    Mapper,\n)\n\nuse(Mapper, util)\n",
      "the comment covers one name more":
        "from . import util\nfrom .base import EXT_SKIP, EXT_STOP, Mapper  # noqa: F401\n\nuse(Mapper, util)\n",
    },
  },
  {
    what: "comments over whole statements",
    rule: "I001",
    message: "Import block is un-sorted or un-formatted",
    path,
    before: LONG,
    source: "native",
    sound: {
      sorted:
        "import a\nimport z\nfrom b.nodes import title  # noqa: F401\nfrom b.osutil import (  # noqa\n    SEP,\n    copyfile,\n    walk,\n)\n",
    },
    code,
    hostile: {
      "a name joins a statement that is silenced":
        "import a\nfrom b.nodes import title  # noqa: F401\nfrom b.osutil import (  # noqa\n    SEP,\n    copyfile,\n    walk,\n    z,\n)\n",
      "the wider comment moves to the other names":
        "import a\nimport z\nfrom b.nodes import title  # noqa\nfrom b.osutil import (  # noqa: F401\n    SEP,\n    copyfile,\n    walk,\n)\n",
    },
  },
  {
    what: "a branch with a comment becomes an elif",
    rule: "PLR5501",
    message: "Use `elif` instead of `else` then `if`, to reduce indentation",
    path,
    before: BRANCHES,
    source: "native",
    sound: {
      "the comment stays":
        "if first:\n    pass\nelif ordered:  # pragma: no cover\n    def key(self):\n        return next(self)\nelse:\n    def key(self):\n        return self.root\n",
    },
    code,
    hostile: {
      "the other branch gets one too":
        "if first:\n    pass\nelif ordered:  # pragma: no cover\n    def key(self):\n        return next(self)\nelse:  # pragma: no cover\n    def key(self):\n        return self.root\n",
      "the first branch gets one":
        "if first:  # pragma: no cover\n    pass\nelif ordered:  # pragma: no cover\n    def key(self):\n        return next(self)\nelse:\n    def key(self):\n        return self.root\n",
    },
  },
  {
    what: "stars, one with a comment",
    rule: "I001",
    message: "Import block is un-sorted or un-formatted",
    path,
    before: "from b import *  # noqa: F403\nimport z\nfrom a import *\n",
    source: "native",
    sound: { sorted: "import z\nfrom a import *\nfrom b import *  # noqa: F403\n" },
    code,
    hostile: {
      "the comment moves to the other star": "import z\nfrom a import *  # noqa: F403\nfrom b import *\n",
    },
  },
  {
    what: "a member of an import with a comment",
    rule: "sort-imports",
    message: "Members of the import declaration should be sorted alphabetically",
    path: "src/a.ts",
    before:
      'import {\n  z,\n  b, // eslint-disable-line\n  a,\n} from "m";\nimport { x } from "n"; // eslint-disable-line\n',
    sound: {
      sorted:
        'import { x } from "n"; // eslint-disable-line\nimport {\n  a,\n  b, // eslint-disable-line\n  z,\n} from "m";\n',
    },
    code,
    hostile: {
      "the comment moves to another member":
        'import { x } from "n"; // eslint-disable-line\nimport {\n  a, // eslint-disable-line\n  b,\n  z,\n} from "m";\n',
    },
  },
];
