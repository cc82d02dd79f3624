import type { Piece } from "../python/module.ts";
import type { Random } from "../random.ts";
import type { Words } from "../words/words.ts";
import { atTop, inBody, inModule } from "./recipe.ts";

/** Changes one line of a text that fits; undefined if none does. Lines inside of strings over several lines are left alone. */
function oneLine(text: string, random: Random, fits: (line: string) => boolean, change: (line: string) => string) {
  const lines = text.split("\n");
  const open = insideOfStrings(lines);
  const places = [...lines.keys()].filter((at) => !open.has(at) && at < lines.length - 1 && fits(lines[at] ?? ""));
  if (places.length === 0) return undefined;
  const at = random.pick(places);
  return lines.map((line, index) => (index === at ? change(line) : line)).join("\n");
}

function insideOfStrings(lines: readonly string[]): Set<number> {
  const inside = new Set<number>();
  let open = false;
  for (const [at, line] of lines.entries()) {
    const quotes = line.split(/"""|'''/).length - 1;
    if (open || quotes % 2 === 1) inside.add(at);
    if (quotes % 2 === 1) open = !open;
  }
  return inside;
}

function plain(w: Words): Piece {
  const name = w.name(`${w.verb}_${w.thing}`);
  const [low, step] = [w.between(1, 9), w.between(2, 90)];
  return {
    lines: [
      `def ${name}(${w.amount}):`,
      `    """Raise the ${w.amount} of a ${w.adjective} ${w.thing}."""`,
      `    raised = ${w.amount} + ${low}`,
      "",
      `    if raised > ${step}:`,
      `        raised -= ${step}`,
      "    return raised",
    ],
    checks: [`assert subject.${name}(0) > 0`],
  };
}

/** Blanks where nobody sees them, and several statements on one line. */
export const WHITESPACE = [
  inModule("W291", "whitespace", (w) => ({
    nesting: "line",
    piece: plain(w),
    breakText: (text, random) =>
      oneLine(
        text,
        random,
        (line) => line.trim() !== "",
        (line) => line + random.pick([" ", "  ", "    ", "\t"]),
      ),
  })),
  inModule("W291-comment", "whitespace", (w) => ({
    nesting: "comment",
    piece: { ...plain(w), lines: [`# The ${w.label} of ${w.adjective} ${w.things} comes first.`, ...plain(w).lines] },
    breakText: (text, random) =>
      oneLine(
        text,
        random,
        (line) => line.startsWith("# The "),
        (line) => line + random.pick([" ", "   "]),
      ),
  })),
  inModule("W293", "whitespace", (w) => ({
    nesting: "line",
    piece: plain(w),
    breakText: (text, random) =>
      oneLine(
        text,
        random,
        (line) => line === "",
        () => random.pick(["    ", "  ", "        ", " "]),
      ),
  })),
  inModule("E703", "whitespace", (w) => ({
    nesting: "line",
    piece: plain(w),
    breakText: (text, random) =>
      oneLine(
        text,
        random,
        (line) => /^ +(?:return|raised) .*[\w)\]}"]$/.test(line),
        (line) => `${line};`,
      ),
  })),
  inBody("E701", "whitespace", (w) => {
    const limit = w.between(1, 90);
    return {
      params: `${w.amount}, ${w.label}`,
      diff: `
        - if ${w.amount} > ${limit}: ${w.label} = "${w.adjective}"
        + if ${w.amount} > ${limit}:
        +     ${w.label} = "${w.adjective}"
          return ${w.label}
      `,
      calls: [["99, 1", `"${w.adjective}"`]],
    };
  }),
  inBody("E731", "whitespace", (w) => ({
    params: `${w.things}`,
    diff: `
      - rate = lambda ${w.thing}: ${w.thing} + 1
      + def rate(${w.thing}):
      +     return ${w.thing} + 1
      +
        return [rate(one) for one in ${w.things}], "${w.adjective}"
    `,
    calls: [["[1]", `([2], "${w.adjective}")`]],
  })),
  inBody("E741", "whitespace", (w) => {
    const bad = w.pick(["l", "O", "I"]);
    return {
      params: `${w.things}`,
      diff: `
        - return ["${w.adjective}", *(${bad} for ${bad} in ${w.things} if ${bad})]
        + return ["${w.adjective}", *(${w.thing} for ${w.thing} in ${w.things} if ${w.thing})]
      `,
      calls: [["[0, 1]", `["${w.adjective}", 1]`]],
    };
  }),
  inBody("W605", "whitespace", (w) => {
    const tail = w.pick(["", "x", "!", "[a-z]"]);
    return {
      params: w.label,
      uses: ["import re"],
      diff: `
        - return re.findall("${w.thing}[-_](\\d+)${tail}", ${w.label})
        + return re.findall(r"${w.thing}[-_](\\d+)${tail}", ${w.label})
      `,
      calls: [[`""`, "[]"]],
    };
  }),
  atTop(
    "RUF100",
    "whitespace",
    (w) => {
      const name = w.name(`${w.verb}_${w.other}`);
      const value = w.between(1, 900);
      return {
        lines: [
          `def ${name}():`,
          `    """Give what a ${w.adjective} ${w.thing} has as its ${w.amount}."""`,
          {
            before: [`    return ${value}  # noqa: ${w.pick(["E501", "F841", "E711", "S101"])}`],
            after: [`    return ${value}`],
          },
        ],
        checks: [`assert subject.${name}() == ${value}`],
      };
    },
    { nesting: "function" },
  ),
];
