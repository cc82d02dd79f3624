import type { Words } from "../words/words.ts";
import { atTop, inBody, inModule } from "./recipe.ts";

const SPARE_MODULES = [
  "base64",
  "calendar",
  "copy",
  "csv",
  "fnmatch",
  "glob",
  "heapq",
  "html",
  "io",
  "locale",
  "pprint",
  "queue",
  "shelve",
  "statistics",
  "struct",
  "tempfile",
  "time",
  "types",
  "weakref",
  "zlib",
];
const SPARE_NAMES: readonly (readonly [module: string, names: readonly string[]])[] = [
  ["collections", ["ChainMap", "UserDict", "namedtuple", "deque"]],
  ["itertools", ["accumulate", "chain", "groupby", "islice", "product", "zip_longest"]],
  ["typing", ["Any", "Final", "NamedTuple", "Protocol", "TypedDict"]],
  ["operator", ["add", "attrgetter", "methodcaller", "mul"]],
  ["dataclasses", ["asdict", "astuple", "field", "replace"]],
  ["string", ["ascii_letters", "digits", "punctuation", "whitespace"]],
];

/** A function that uses the named imports, so that they stand rightly beside one that nobody uses. */
function userOf(w: Words, module: string, names: readonly string[]) {
  const name = w.name(`${w.label}_helpers`);
  return {
    uses: names.map((one) => `from ${module} import ${one}`),
    lines: [
      `def ${name}():`,
      `    """Name what ${w.adjective} ${w.things} are built with."""`,
      `    return [${names.join(", ")}]`,
    ],
    checks: [`assert len(subject.${name}()) == ${names.length}`],
  };
}

/** A function that needs nothing, for recipes that are about something else. */
function quiet(w: Words) {
  const name = w.name(`${w.verb}_${w.label}`);
  return {
    lines: [
      `def ${name}(${w.amount}):`,
      `    """Add to the ${w.amount} of a ${w.thing}."""`,
      `    return ${w.amount} + ${w.between(1, 999)}`,
    ],
    checks: [`assert subject.${name}(1) > 1`],
  };
}

/** What is imported, assigned or formatted for nothing. */
export const UNUSED = [
  atTop("F401-plain", "unused", (w) => ({ ...quiet(w), drops: [`import ${w.pick(SPARE_MODULES)}`] }), {
    nesting: "imports",
  }),
  atTop(
    "F401-submodule",
    "unused",
    (w) => ({
      ...quiet(w),
      drops: [
        `import ${w.pick(["concurrent.futures", "email.message", "http.client", "importlib.metadata", "logging.handlers", "unittest.mock", "urllib.parse", "xml.dom"])}`,
      ],
    }),
    { nesting: "imports" },
  ),
  atTop(
    "F401-alias",
    "unused",
    (w) => {
      const module = w.pick(SPARE_MODULES);
      return {
        ...quiet(w),
        drops: [`import ${module} as ${w.pick([module.slice(0, 2), `_${module}`, `${module}_${w.thing}`])}`],
      };
    },
    { nesting: "imports" },
  ),
  atTop(
    "F401-from",
    "unused",
    (w) => {
      const [module, names] = w.pick(SPARE_NAMES);
      return { ...quiet(w), drops: [`from ${module} import ${w.pick(names)}`] };
    },
    { nesting: "imports" },
  ),
  atTop(
    "F401-from-alias",
    "unused",
    (w) => {
      const [module, names] = w.pick(SPARE_NAMES);
      return {
        ...quiet(w),
        drops: [`from ${module} import ${w.pick(names)} as ${w.thing}_${w.pick(["tool", "maker", "kind"])}`],
      };
    },
    { nesting: "imports" },
  ),
  atTop(
    "F401-in-list",
    "unused",
    (w) => {
      const [module, names] = w.pick(SPARE_NAMES);
      const [spare = "", ...used] = w.some(names, w.between(2, 3));
      return { ...userOf(w, module, used), drops: [`from ${module} import ${spare}`] };
    },
    { nesting: "imports" },
  ),
  atTop(
    "F401-parenthesised",
    "unused",
    (w) => {
      const names = w.some(["build", "check", "find", "load", "merge", "parse", "reject", "store"], w.between(4, 6));
      const [spare = "", ...used] = names.map((name) => `${name}_${w.adjective}_${w.thing}`);
      const module = `.${w.things}.${w.label}_tools`;
      return { ...userOf(w, module, used), drops: [`from ${module} import ${spare}`] };
    },
    { nesting: "imports" },
  ),
  inBody("F401-in-function", "unused", (w) => ({
    params: w.amount,
    diff: `
      - import ${w.pick(SPARE_MODULES)}
      -
        ${w.second} = ${w.amount} * ${w.between(2, 40)}
        return [${w.amount}, ${w.second}]
    `,
    calls: [["0", "[0, 0]"]],
  })),
  inModule(
    "F401-type-checking",
    "unused",
    (w) => {
      const name = w.name(`${w.verb}_${w.thing}`);
      return {
        nesting: "if-block",
        piece: {
          uses: ["from typing import TYPE_CHECKING"],
          lines: [
            "if TYPE_CHECKING:",
            {
              before: ["    from collections.abc import Iterable, Sequence"],
              after: ["    from collections.abc import Iterable"],
            },
            "",
            "",
            `def ${name}(${w.things}: "Iterable[int]") -> int:`,
            `    """Sum the ${w.amount} of ${w.things}."""`,
            `    return sum(${w.things}, ${w.between(0, 70)})`,
          ],
          checks: [`assert subject.${name}([]) >= 0`],
        },
      };
    },
    { ignore: ["UP037"] },
  ),
  inBody("F841-plain", "unused", (w) => ({
    params: `${w.things}`,
    diff: `
        count = len(${w.things})
      - ${w.amount} = ${w.between(1, 900)}
        return count * ${w.between(1, 50)}
    `,
    calls: [["[]", "0"]],
  })),
  inBody("F841-annotated", "unused", (w) => ({
    params: `${w.label}: str`,
    diff: `
      - ${w.second}: int = ${w.between(1, 900)}
        cleaned = ${w.label}.strip()
        return cleaned or "${w.adjective}"
    `,
    calls: [[`" a "`, `"a"`]],
  })),
  inBody("F841-with", "unused", (w) => ({
    params: `${w.things}, stack`,
    diff: `
      - with stack as ${w.thing}_scope:
      + with stack:
            ${w.things}.append("${w.label} ${w.adjective}")
        return ${w.things}
    `,
    calls: [["[], __import__('contextlib').nullcontext()", `["${w.label} ${w.adjective}"]`]],
  })),
  inBody("F841-except", "unused", (w) => ({
    params: `${w.label}`,
    diff: `
        try:
            ${w.amount} = int(${w.label})
      - except ValueError as ${w.pick(["error", "exc", "problem"])}:
      + except ValueError:
            ${w.amount} = ${w.between(1, 40)}
        return {"${w.thing}": ${w.amount}}
    `,
    calls: [[`"3"`, `{"${w.thing}": 3}`]],
  })),
  inBody("F541", "unused", (w) => ({
    params: `${w.things}`,
    diff: `
        if not ${w.things}:
      -     return f"no ${w.adjective} ${w.things}"
      +     return "no ${w.adjective} ${w.things}"
        return f"{len(${w.things})} ${w.things}"
    `,
    calls: [["[]", `"no ${w.adjective} ${w.things}"`]],
  })),
  inBody(
    "F541-in-call",
    "unused",
    (w) => ({
      params: `${w.label}`,
      diff: `
      - return "; ".join([f"${w.adjective} ${w.thing}", str(${w.label})])
      + return "; ".join(["${w.adjective} ${w.thing}", str(${w.label})])
    `,
      calls: [["1", `"${w.adjective} ${w.thing}; 1"`]],
    }),
    { ignore: ["FLY"] },
  ),
  inModule("ARG001", "arguments", (w) => {
    const helper = w.name(`_${w.verb}_${w.thing}`);
    const name = w.name(`${w.verb}_${w.others}`);
    const factor = w.between(2, 60);
    return {
      nesting: "function",
      piece: {
        lines: [
          { before: [`def ${helper}(${w.amount}, ${w.label}):`], after: [`def ${helper}(${w.amount}):`] },
          `    return ${w.amount} * ${factor}`,
          "",
          "",
          `def ${name}(${w.things}):`,
          `    """Apply it to the ${w.amount} of all ${w.things}."""`,
          {
            before: [`    return [${helper}(one, "${w.adjective}") for one in ${w.things}]`],
            after: [`    return [${helper}(one) for one in ${w.things}]`],
          },
        ],
        checks: [`assert subject.${name}([1]) == [${factor}]`],
      },
    };
  }),
  inBody("ARG005", "arguments", (w) => {
    const number = w.between(1, 90);
    return {
      params: w.things,
      diff: `
        - return sorted(${w.things}, key=lambda ${w.thing}: ${number})
        + return sorted(${w.things}, key=lambda _: ${number})
      `,
      calls: [["[2, 1]", "[2, 1]"]],
    };
  }),
];
