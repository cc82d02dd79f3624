import { atTop, inBody, inModule } from "./recipe.ts";

/** Older ways of writing what newer Python says more shortly. */
export const UPGRADE = [
  ...(["List", "Dict", "Set", "Tuple"] as const).map((name) =>
    inBody(
      `UP006-${name.toLowerCase()}`,
      "upgrade",
      (w) => {
        const inner = name === "Dict" ? "[str, int]" : name === "Tuple" ? "[int, ...]" : "[int]";
        return {
          params: `${w.things}`,
          drops: [`from typing import ${name}`],
          diff: `
            - kept: ${name}${inner} = ${w.things}
            + kept: ${name.toLowerCase()}${inner} = ${w.things}
              return [len(kept), ${w.between(1, 999)}]
          `,
        };
      },
      { ignore: ["UP035"] },
    ),
  ),
  atTop(
    "UP007",
    "upgrade",
    (w) => {
      const name = w.name(`parse_${w.amount}`);
      return {
        drops: ["from typing import Union"],
        lines: [
          {
            before: [`def ${name}(${w.label}: Union[int, str]) -> float:`],
            after: [`def ${name}(${w.label}: int | str) -> float:`],
          },
          `    """Read the ${w.amount} of a ${w.thing}."""`,
          `    return float(${w.label}) * ${w.between(1, 99)}`,
        ],
        checks: [`assert subject.${name}("0") == 0`],
      };
    },
    { nesting: "function" },
  ),
  atTop(
    "UP045",
    "upgrade",
    (w) => {
      const name = w.name(`${w.verb}_${w.thing}`);
      return {
        drops: ["from typing import Optional"],
        lines: [
          {
            before: [`def ${name}(${w.label}: str, ${w.amount}: Optional[int] = None) -> str:`],
            after: [`def ${name}(${w.label}: str, ${w.amount}: int | None = None) -> str:`],
          },
          `    """Write a ${w.thing} with its ${w.amount}, if that is known."""`,
          `    return ${w.label} if ${w.amount} is None else f"{${w.label}} ({${w.amount}} ${w.second})"`,
        ],
        checks: [`assert subject.${name}("a") == "a"`],
      };
    },
    { nesting: "function" },
  ),
  atTop(
    "UP004",
    "upgrade",
    (w) => {
      const name = w.className(`${w.adjective}_${w.thing}`);
      return {
        lines: [
          { before: [`class ${name}(object):`], after: [`class ${name}:`] },
          `    """A ${w.thing} that is ${w.adjective}."""`,
          "",
          `    def ${w.verb}(self, ${w.amount}):`,
          `        """Change the ${w.amount}."""`,
          `        return ${w.amount} + ${w.between(1, 99)}`,
        ],
        checks: [`assert subject.${name}().${w.verb}(0) > 0`],
      };
    },
    { nesting: "class" },
  ),
  atTop(
    "UP039",
    "upgrade",
    (w) => {
      const name = w.className(`${w.thing}_${w.label}`);
      return {
        lines: [
          { before: [`class ${name}():`], after: [`class ${name}:`] },
          `    """Says what the ${w.label} of a ${w.thing} may be."""`,
          "",
          `    ${w.adjective} = ${w.between(1, 99)}`,
        ],
        checks: [`assert subject.${name}.${w.adjective} > 0`],
      };
    },
    { nesting: "class" },
  ),
  atTop(
    "UP008",
    "upgrade",
    (w) => {
      const base = w.className(`base_${w.thing}`);
      const name = w.className(`${w.adjective}_${w.thing}`);
      return {
        lines: [
          `class ${base}:`,
          `    """Any ${w.thing}."""`,
          "",
          `    def __init__(self, ${w.label}):`,
          `        self.${w.label} = ${w.label}`,
          "",
          "",
          `class ${name}(${base}):`,
          `    """A ${w.adjective} ${w.thing}."""`,
          "",
          `    def __init__(self, ${w.label}, ${w.amount}=${w.between(1, 99)}):`,
          {
            before: [`        super(${name}, self).__init__(${w.label})`],
            after: [`        super().__init__(${w.label})`],
          },
          `        self.${w.amount} = ${w.amount}`,
        ],
        checks: [`assert subject.${name}("x").${w.label} == "x"`],
      };
    },
    { nesting: "method" },
  ),
  inModule("UP009", "upgrade", () => ({
    nesting: "module",
    head: [{ before: ["# -*- coding: utf-8 -*-"], after: [] }],
  })),
  inBody("UP012", "upgrade", (w) => ({
    params: `stream`,
    diff: `
      - return [stream, "${w.adjective} kind".encode("utf-8")]
      + return [stream, b"${w.adjective} kind"]
    `,
    calls: [["1", `[1, b"${w.adjective} kind"]`]],
  })),
  inBody(
    "UP015",
    "upgrade",
    (w) => ({
      params: `path, ${w.label}`,
      diff: `
      - with open(path, "r", encoding="utf-8") as lines:
      + with open(path, encoding="utf-8") as lines:
            return [line for line in lines if ${w.label} in line][: ${w.between(1, 99)}]
    `,
    }),
    { ignore: ["PTH123"] },
  ),
  inBody("UP018", "upgrade", (w) => ({
    params: w.thing,
    diff: `
      - return str("${w.adjective} ${w.label}"), ${w.thing}
      + return "${w.adjective} ${w.label}", ${w.thing}
    `,
    calls: [["1", `("${w.adjective} ${w.label}", 1)`]],
  })),
  inBody("UP028", "upgrade", (w) => ({
    params: `${w.things}`,
    diff: `
        yield "${w.adjective}"
      - for ${w.thing} in ${w.things}:
      -     yield ${w.thing}
      + yield from ${w.things}
    `,
  })),
  inBody("UP031", "upgrade", (w) => ({
    params: `${w.label}, ${w.amount}`,
    diff: `
      - return "%s has ${w.adjective} ${w.amount} %s" % (${w.label}, ${w.amount})
      + return f"{${w.label}} has ${w.adjective} ${w.amount} {${w.amount}}"
    `,
    calls: [[`"a", 2`, `"a has ${w.adjective} ${w.amount} 2"`]],
  })),
  inBody("UP032", "upgrade", (w) => ({
    params: `${w.label}, ${w.amount}`,
    diff: `
        line = f"${w.adjective} {${w.amount}}"
      - return "{} of {}".format(line, ${w.label})
      + return f"{line} of {${w.label}}"
    `,
    calls: [[`"a", 2`, `"${w.adjective} 2 of a"`]],
  })),
  inBody("UP034", "upgrade", (w) => ({
    params: w.things,
    logs: true,
    diff: `
      - logger.debug(("${w.adjective} ${w.things}"))
      + logger.debug("${w.adjective} ${w.things}")
        return ${w.things}[-1:]
    `,
    calls: [["[1, 2]", "[2]"]],
  })),
  atTop(
    "UP037",
    "upgrade",
    (w) => {
      const name = w.name(`${w.verb}_${w.things}`);
      return {
        uses: ["from __future__ import annotations"],
        lines: [
          {
            before: [`def ${name}(${w.things}: "list[int]") -> int:`],
            after: [`def ${name}(${w.things}: list[int]) -> int:`],
          },
          `    """Sum up the ${w.amount} of ${w.things}."""`,
          `    return sum(${w.things}) + ${w.between(1, 99)}`,
        ],
        checks: [`assert subject.${name}([]) > 0`],
      };
    },
    { nesting: "function" },
  ),
  atTop(
    "UP035",
    "upgrade",
    (w) => {
      const name = w.name(`${w.verb}_${w.things}`);
      const type = w.pick(["Iterable", "Sequence", "Collection"]);
      return {
        drops: [`from typing import ${type}`],
        gains: [`from collections.abc import ${type}`],
        lines: [
          `def ${name}(${w.things}: ${type}[str]) -> str:`,
          `    """Put the ${w.label} of ${w.things} together."""`,
          `    return "${w.pick([", ", "; ", " + "])}".join(${w.things})`,
        ],
        checks: [`assert subject.${name}(["a"]) == "a"`],
      };
    },
    { nesting: "imports" },
  ),
  atTop(
    "RUF013",
    "upgrade",
    (w) => {
      const name = w.name(`${w.verb}_${w.thing}`);
      return {
        lines: [
          {
            before: [`def ${name}(${w.label}: str = None) -> list:`],
            after: [`def ${name}(${w.label}: str | None = None) -> list:`],
          },
          `    """List the ${w.label} of a ${w.adjective} ${w.thing}."""`,
          `    return [${w.label} or "${w.mark}"]`,
        ],
        checks: [`assert subject.${name}() == ["${w.mark}"]`],
      };
    },
    { nesting: "function" },
  ),
];
