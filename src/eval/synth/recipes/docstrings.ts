import type { Line } from "../lines.ts";
import type { Piece } from "../python/module.ts";
import type { Words } from "../words/words.ts";
import { atTop, inModule, type PythonRecipe } from "./recipe.ts";

/** A docstring, broken and whole. */
interface Docstring {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A function or method with a docstring that changes. */
function withDocstring(name: string, docOf: (w: Words) => Docstring, ignore: readonly string[] = []): PythonRecipe {
  return inModule(
    name,
    "docstrings",
    (w) => {
      const nesting = w.pick(["function", "method", "async-function", "getter"] as const);
      return { nesting, piece: PLACES[nesting](w, docOf(w)) };
    },
    { ignore },
  );
}

const PLACES = {
  function: (w: Words, doc: Docstring): Piece => {
    const name = w.name(`${w.verb}_${w.thing}`);
    const factor = w.between(2, 900);
    return {
      lines: [`def ${name}(${w.amount}):`, inside(doc, "    "), `    return ${w.amount} * ${factor}`],
      checks: [`assert subject.${name}(1) == ${factor}`],
    };
  },
  method: (w: Words, doc: Docstring): Piece => {
    const name = w.className(`${w.thing}_desk`);
    return {
      lines: [
        `class ${name}:`,
        `    """Works on ${w.adjective} ${w.things}."""`,
        "",
        `    def ${w.verb}(self, ${w.label}, ${w.mark}="${w.adjective}"):`,
        inside(doc, "        "),
        `        return [${w.label}, ${w.mark}]`,
      ],
      checks: [`assert subject.${name}().${w.verb}(1) == [1, "${w.adjective}"]`],
    };
  },
  "async-function": (w: Words, doc: Docstring): Piece => {
    const name = w.name(`fetch_${w.things}`);
    return {
      uses: ["import asyncio"],
      lines: [
        `async def ${name}(${w.label}):`,
        inside(doc, "    "),
        "    await asyncio.sleep(0)",
        `    return f"${w.thing} {${w.label}}"`,
      ],
      checks: [`assert asyncio.run(subject.${name}(1)) == "${w.thing} 1"`],
    };
  },
  getter: (w: Words, doc: Docstring): Piece => {
    const name = w.className(`${w.adjective}_${w.thing}`);
    const start = w.between(1, 900);
    return {
      lines: [
        `class ${name}:`,
        `    """One ${w.adjective} ${w.thing}."""`,
        "",
        "    def __init__(self):",
        `        self._${w.amount} = ${start}`,
        "",
        `    def ${w.amount}(self):`,
        inside(doc, "        "),
        `        return self._${w.amount}`,
      ],
      checks: [`assert subject.${name}().${w.amount}() == ${start}`],
    };
  },
};

function inside({ before, after }: Docstring, indent: string): Line {
  const deep = (line: string): string => (line === "" ? "" : indent + line);
  return { before: before.map(deep), after: after.map(deep) };
}

const summary = (w: Words): string =>
  w.pick([
    `Return the ${w.amount} of the ${w.adjective} ${w.thing}`,
    `Compare one ${w.thing} with the ${w.other}`,
    `Find the ${w.label} that belongs to a ${w.thing}`,
    `Keep the ${w.mark} of a ${w.adjective} ${w.other}`,
    `Say how the ${w.second} of a ${w.thing} came about`,
  ]);

const details = (w: Words): string =>
  w.pick([
    `The ${w.label} may be empty.`,
    `A ${w.thing} without ${w.amount} is left as it is.`,
    `Nothing is said about ${w.others}.`,
    `This costs one look at the ${w.mark}.`,
  ]);

/** Docstrings that are missing, or written otherwise than PEP 257 asks. */
export const DOCSTRINGS = [
  inModule("D100", "docstrings", (w) => ({
    nesting: "module",
    docstring: [{ before: [`# ${w.adjective} ${w.things}`], after: [`"""${summary(w)}."""`] }],
  })),
  ...(["class", "exception"] as const).map((kind) =>
    atTop(
      `D101-${kind}`,
      "docstrings",
      (w) => {
        const name = w.className(`${w.adjective}_${w.thing}${kind === "exception" ? "_error" : ""}`);
        return {
          lines: [
            kind === "exception" ? `class ${name}(ValueError):` : `class ${name}:`,
            {
              before: [],
              after: [`    """${w.pick(["A", "One", "Some"])} ${w.thing} as the ${w.domain} desk sees it."""`, ""],
            },
            `    ${w.label} = "${w.adjective}"`,
          ],
          checks: [`assert subject.${name}.${w.label} == "${w.adjective}"`],
        };
      },
      { nesting: "class" },
    ),
  ),
  inModule("D102", "docstrings", (w) => ({
    nesting: "method",
    piece: PLACES.method(w, { before: [], after: [`"""${summary(w)}."""`] }),
  })),
  inModule("D103", "docstrings", (w) => ({
    nesting: "function",
    piece: PLACES.function(w, { before: [], after: [`"""${summary(w)}."""`] }),
  })),
  inModule("D103-async", "docstrings", (w) => ({
    nesting: "async-function",
    piece: PLACES["async-function"](w, { before: [], after: [`"""${summary(w)}."""`] }),
  })),
  withDocstring(
    "D200",
    (w) => {
      const text = summary(w);
      return { before: ['"""', `${text}.`, '"""'], after: [`"""${text}."""`] };
    },
    ["D212"],
  ),
  withDocstring("D202", (w) => {
    const text = summary(w);
    return { before: [`"""${text}."""`, ""], after: [`"""${text}."""`] };
  }),
  withDocstring("D205", (w) => {
    const [text, more] = [summary(w), details(w)];
    return { before: [`"""${text}.`, more, '"""'], after: [`"""${text}.`, "", more, '"""'] };
  }),
  withDocstring("D209", (w) => {
    const [text, more] = [summary(w), details(w)];
    return { before: [`"""${text}.`, "", `${more}"""`], after: [`"""${text}.`, "", more, '"""'] };
  }),
  withDocstring("D210", (w) => {
    const text = summary(w);
    const [head, tail] = w.pick([
      [" ", ""],
      ["", " "],
      [" ", " "],
    ] as const);
    return { before: [`"""${head}${text}.${tail}"""`], after: [`"""${text}."""`] };
  }),
  withDocstring("D300", (w) => {
    const text = summary(w);
    return { before: [`'''${text}.'''`], after: [`"""${text}."""`] };
  }),
  withDocstring(
    "D400",
    (w) => {
      const text = summary(w);
      return { before: [`"""${text}"""`], after: [`"""${text}."""`] };
    },
    ["D415"],
  ),
  withDocstring(
    "D400-multi-line",
    (w) => {
      const [text, more] = [summary(w), details(w)];
      return { before: [`"""${text}`, "", more, '"""'], after: [`"""${text}.`, "", more, '"""'] };
    },
    ["D415"],
  ),
  withDocstring(
    "D415",
    (w) => {
      const text = summary(w);
      return { before: [`"""${text}"""`], after: [`"""${text}."""`] };
    },
    ["D400"],
  ),
  withDocstring("D401", (w) => {
    const [verb, ...rest] = summary(w).split(" ");
    return { before: [`"""${verb}s ${rest.join(" ")}."""`], after: [`"""${verb} ${rest.join(" ")}."""`] };
  }),
  withDocstring("D403", (w) => {
    const text = summary(w);
    const low = text.charAt(0).toLowerCase() + text.slice(1);
    return { before: [`"""${low}."""`], after: [`"""${text}."""`] };
  }),
  withDocstring("D212", (w) => {
    const [text, more] = [summary(w), details(w)];
    return { before: ['"""', `${text}.`, "", more, '"""'], after: [`"""${text}.`, "", more, '"""'] };
  }),
  withDocstring("D419", (w) => ({ before: ['""""""'], after: [`"""${summary(w)}."""`] })),
];
