import type { Words } from "../words/words.ts";
import { inBody, type PythonRecipe } from "./recipe.ts";

/** A function that returns one expression, which is written better. */
function expression(
  name: string,
  params: (w: Words) => string,
  sides: (w: Words) => readonly [before: string, after: string],
  calls: readonly (readonly [string, string])[] = [],
  ignore: readonly string[] = [],
): PythonRecipe {
  return inBody(
    name,
    "comprehensions",
    (w) => {
      const [before, after] = sides(w);
      const target = w.pick([`${w.adjective}_${w.things}`, "result", `${w.label}s`]);
      const diff = w.chance(50)
        ? `\n- return ${before}\n+ return ${after}\n`
        : `\n- ${target} = ${before}\n+ ${target} = ${after}\n  print("${w.adjective} ${w.thing}", len(${target}))\n  return ${target}\n`;
      return { params: params(w), diff, calls };
    },
    { ignore },
  );
}

const things = (w: Words): string => w.things;

/** Calls and comprehensions that say too much. */
export const COMPREHENSIONS = [
  expression(
    "C400",
    things,
    (w) => [
      `list(${w.thing}.${w.label} for ${w.thing} in ${w.things})`,
      `[${w.thing}.${w.label} for ${w.thing} in ${w.things}]`,
    ],
    [["[]", "[]"]],
  ),
  expression(
    "C401",
    things,
    (w) => [
      `set(${w.thing}.lower() for ${w.thing} in ${w.things})`,
      `{${w.thing}.lower() for ${w.thing} in ${w.things}}`,
    ],
    [[`["A", "a"]`, `{"a"}`]],
  ),
  expression(
    "C402",
    things,
    (w) => [
      `dict((${w.thing}, len(${w.thing})) for ${w.thing} in ${w.things})`,
      `{${w.thing}: len(${w.thing}) for ${w.thing} in ${w.things}}`,
    ],
    [[`["ab"]`, `{"ab": 2}`]],
  ),
  expression(
    "C403",
    things,
    (w) => [
      `set([${w.thing} % 7 + 1 for ${w.thing} in ${w.things}])`,
      `{${w.thing} % 7 + 1 for ${w.thing} in ${w.things}}`,
    ],
    [["[7]", "{1}"]],
  ),
  expression(
    "C405",
    (w) => w.label,
    (w) => [`set(["${w.adjective}", "${w.thing}", ${w.label}])`, `{"${w.adjective}", "${w.thing}", ${w.label}}`],
  ),
  expression(
    "C408",
    (w) => `${w.label}, ${w.amount}`,
    (w) => [
      `dict(${w.label}=${w.label}, ${w.amount}=${w.amount})`,
      `{"${w.label}": ${w.label}, "${w.amount}": ${w.amount}}`,
    ],
  ),
  expression(
    "C408-list",
    things,
    (w) => [
      `list() if not ${w.things} else [${w.things}[0], "${w.adjective}"]`,
      `[] if not ${w.things} else [${w.things}[0], "${w.adjective}"]`,
    ],
    [["[]", "[]"]],
  ),
  expression("C409", things, (w) => [
    `tuple([${w.things}, "${w.adjective}", "${w.label}"])`,
    `(${w.things}, "${w.adjective}", "${w.label}")`,
  ]),
  expression(
    "C411",
    things,
    (w) => [
      `list([${w.thing}["${w.amount}"] for ${w.thing} in ${w.things}])`,
      `[${w.thing}["${w.amount}"] for ${w.thing} in ${w.things}]`,
    ],
    [["[]", "[]"]],
  ),
  expression("C413", things, (w) => [`list(sorted(${w.things}, key=str))`, `sorted(${w.things}, key=str)`], [
    ["[2, 1]", "[1, 2]"],
  ]),
  expression(
    "C414",
    things,
    (w) => [
      `sorted(list(${w.things}), key=lambda ${w.thing}: -${w.thing})`,
      `sorted(${w.things}, key=lambda ${w.thing}: -${w.thing})`,
    ],
    [["[1, 2]", "[2, 1]"]],
  ),
  expression("C416", things, (w) => [`[${w.thing} for ${w.thing} in ${w.things}]`, `list(${w.things})`], [
    ["(1, 2)", "[1, 2]"],
  ]),
  expression(
    "C417",
    things,
    (w) => [
      `list(map(lambda ${w.thing}: ${w.thing} * ${w.thing}, ${w.things}))`,
      `[${w.thing} * ${w.thing} for ${w.thing} in ${w.things}]`,
    ],
    [["[1, 3]", "[1, 9]"]],
  ),
  expression("C419", things, (w) => [
    `[any([${w.thing} > 0 for ${w.thing} in ${w.things}]), "${w.adjective}"]`,
    `[any(${w.thing} > 0 for ${w.thing} in ${w.things}), "${w.adjective}"]`,
  ]),
  expression(
    "PIE808",
    (w) => w.amount,
    (w) => [
      `["${w.thing} %d" % at for at in range(0, ${w.amount})]`,
      `["${w.thing} %d" % at for at in range(${w.amount})]`,
    ],
    [["0", "[]"]],
    ["UP031"],
  ),
  expression("RUF005", things, (w) => [`["${w.adjective}"] + ${w.things}`, `["${w.adjective}", *${w.things}]`]),
  expression(
    "RUF015",
    (w) => `${w.things}, picks`,
    (w) => [`[picks, list(${w.things})[0]]`, `[picks, next(iter(${w.things}))]`],
    [["[5, 6], 1", "[1, 5]"]],
  ),
  expression(
    "RUF010",
    (w) => w.label,
    (w) => [`f"${w.adjective} ${w.thing}: {repr(${w.label})}"`, `f"${w.adjective} ${w.thing}: {${w.label}!r}"`],
  ),
];
