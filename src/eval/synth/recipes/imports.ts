import type { Line } from "../lines.ts";
import { importBlock } from "../python/imports.ts";
import type { Piece } from "../python/module.ts";
import type { Words } from "../words/words.ts";
import { atTop, inModule, type PythonRecipe } from "./recipe.ts";

/** Imports and code that uses each of them, so that only their order can be wrong. */
const USERS: readonly ((w: Words) => Piece)[] = [
  (w) => user(w, ["import math"], `math.sqrt(${w.between(1, 99)})`),
  (w) => user(w, ["import os"], `os.environ.get("${w.label.toUpperCase()}", "${w.adjective}")`),
  (w) => user(w, ["import sys"], `sys.version_info >= (3, ${w.between(1, 8)})`),
  (w) => user(w, ["import string"], `string.capwords("${w.adjective} ${w.thing}")`),
  (w) => user(w, ["import textwrap"], `textwrap.shorten("${w.adjective} ${w.thing} ${w.label}", ${w.between(9, 30)})`),
  (w) => user(w, ["import uuid"], `uuid.uuid5(uuid.NAMESPACE_DNS, "${w.thing}.example")`),
  (w) => user(w, ["from decimal import Decimal"], `Decimal("${w.between(1, 99)}.${w.between(10, 99)}")`),
  (w) => user(w, ["from fractions import Fraction"], `Fraction(${w.between(1, 9)}, ${w.between(2, 9)})`),
  (w) => user(w, ["from pathlib import Path"], `Path("${w.things}") / "${w.label}"`),
  (w) =>
    user(
      w,
      ["from collections import OrderedDict", "from collections import defaultdict", "from collections import deque"],
      `[defaultdict(int), deque([${w.between(1, 9)}]), OrderedDict()]`,
    ),
  (w) =>
    user(
      w,
      ["from itertools import chain", "from itertools import islice"],
      `list(islice(chain("${w.thing}", "${w.other}"), ${w.between(1, 9)}))`,
    ),
  (w) =>
    user(
      w,
      ["from datetime import date", "from datetime import timedelta"],
      `date(2024, ${w.between(1, 12)}, 1) + timedelta(days=${w.between(1, 28)})`,
    ),
];

const FOREIGN: readonly ((w: Words) => Piece)[] = [
  (w) => user(w, ["import numpy as np"], `np.array([${w.between(1, 9)}, ${w.between(1, 9)}])`),
  (w) => user(w, ["import pandas as pd"], `pd.DataFrame({"${w.label}": [${w.between(1, 9)}]})`),
  (w) => user(w, ["from rich.table import Table"], `Table(title="${w.adjective} ${w.things}")`),
  (w) => user(w, ["import click"], `click.style("${w.thing}", bold=True)`),
  (w) =>
    user(
      w,
      ["from sqlalchemy import Integer", "from sqlalchemy import String"],
      `[Integer(), String(${w.between(10, 80)})]`,
    ),
];

const RELATIVE: readonly ((w: Words) => Piece)[] = [
  (w) => user(w, [`from . import ${w.thing}_views`], `${w.thing}_views.render("${w.label}")`),
  (w) => user(w, [`from .models import ${cap(w.thing)}`], `${cap(w.thing)}("${w.label}")`),
];

function user(w: Words, uses: readonly string[], expression: string): Piece {
  const name = w.name(
    w.pick([`make_${w.label}`, `${w.verb}_${w.label}`, `default_${w.amount}`, `${w.adjective}_${w.mark}`]),
  );
  return {
    uses,
    lines: [
      `def ${name}():`,
      `    """Give the ${w.adjective} ${w.label} of a ${w.thing}."""`,
      `    return ${expression}`,
    ],
    checks: [`assert subject.${name}() is not None`],
  };
}

const cap = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Several users of imports as one piece. */
function users(w: Words, all: readonly ((w: Words) => Piece)[], count: number): Piece {
  const pieces = w.some(all, count).map((make) => make(w));
  return {
    uses: pieces.flatMap(({ uses = [] }) => uses),
    checks: pieces.flatMap(({ checks = [] }) => checks),
    lines: pieces.flatMap(({ lines }, at) => [...(at === 0 ? [] : ["", ""]), ...lines]),
  };
}

/** A sorted block, and what is made of it. */
function unsorted(
  name: string,
  pieceOf: (w: Words) => Piece,
  broken: (block: readonly string[], w: Words) => readonly string[],
): PythonRecipe {
  return inModule(name, "imports", (w) => ({
    nesting: "imports",
    piece: pieceOf(w),
    importLines: (block) => changed(broken(block, w), block),
  }));
}

/** Only the lines that differ change, so that short diffs stay short. */
function changed(before: readonly string[], after: readonly string[]): Line[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail))
    tail++;
  return [
    ...after.slice(0, head),
    { before: before.slice(head, before.length - tail), after: after.slice(head, after.length - tail) },
    ...after.slice(after.length - tail),
  ];
}

/** Entries of a block: a wrapped import is one. */
function entriesOf(block: readonly string[]): string[][] {
  const entries: string[][] = [];
  for (const line of block) {
    if (/^(?:import|from) /.test(line)) entries.push([line]);
    else if (line !== "") entries.at(-1)?.push(line);
  }
  return entries;
}

/** Import order in its several shapes, and imports in odd places. */
export const IMPORTS = [
  unsorted(
    "I001-shuffled",
    (w) => users(w, USERS, w.between(3, 6)),
    (block, w) => w.shuffled(entriesOf(block)).flat(),
  ),
  unsorted(
    "I001-swapped",
    (w) => users(w, USERS, w.between(3, 6)),
    (block, w) => {
      const entries = entriesOf(block);
      const at = w.below(Math.max(1, entries.length - 1));
      const [one, other] = [entries[at] ?? [], entries[at + 1] ?? []];
      return [...entries.slice(0, at), other, one, ...entries.slice(at + 2)].flat();
    },
  ),
  unsorted(
    "I001-sections",
    (w) => users(w, [...w.some(USERS, 3), ...w.some(FOREIGN, 2)], 5),
    (block) => block.filter((line) => line !== ""),
  ),
  unsorted(
    "I001-third-party-first",
    (w) => users(w, [...w.some(USERS, 2), ...w.some(FOREIGN, 2)], 4),
    (block) => {
      const gap = block.indexOf("");
      return gap === -1 ? block : [...block.slice(gap + 1), "", ...block.slice(0, gap)];
    },
  ),
  unsorted(
    "I001-relative-first",
    (w) => users(w, [...w.some(USERS, 2), ...w.some(RELATIVE, 1)], 3),
    (block) => {
      const gap = block.lastIndexOf("");
      return gap === -1 ? block : [...block.slice(gap + 1), "", ...block.slice(0, gap)];
    },
  ),
  unsorted(
    "I001-members",
    (w) => users(w, USERS.slice(-3), w.between(1, 3)),
    (block, w) => {
      const at = w.pick([...block.keys()].filter((line) => block[line]?.includes(", ")));
      return block.map((line, index) => {
        const [, module = "", names = ""] = /^from (\S+) import (.*)$/.exec(line) ?? [];
        return index === at ? `from ${module} import ${names.split(", ").reverse().join(", ")}` : line;
      });
    },
  ),
  unsorted(
    "I001-wrapped",
    (w) => users(w, USERS.slice(-3), w.between(1, 3)),
    (block, w) => {
      const at = w.pick([...block.keys()].filter((line) => block[line]?.includes(", ")));
      return block.flatMap((line, index) => {
        const [, module = "", names = ""] = /^from (\S+) import (.*)$/.exec(line) ?? [];
        return index === at ? names.split(", ").map((name) => `from ${module} import ${name}`) : [line];
      });
    },
  ),
  unsorted(
    "I001-parenthesised",
    (w) => users(w, USERS.slice(-3), w.between(1, 3)),
    (block, w) => {
      const at = w.pick([...block.keys()].filter((line) => block[line]?.includes(", ")));
      return block.flatMap((line, index) => {
        const [, module = "", names = ""] = /^from (\S+) import (.*)$/.exec(line) ?? [];
        return index === at ? [`from ${module} import (`, `    ${names}`, ")"] : [line];
      });
    },
  ),
  unsorted(
    "I001-blank-lines",
    (w) => users(w, USERS, w.between(3, 5)),
    (block, w) => {
      const at = w.between(1, Math.max(1, entriesOf(block).length - 1));
      const entries = entriesOf(block);
      return [...entries.slice(0, at).flat(), "", ...entries.slice(at).flat()];
    },
  ),
  inModule(
    "E401",
    "imports",
    (w) => {
      const piece = users(w, USERS.slice(0, 6), w.between(2, 4));
      const modules = importBlock(piece.uses ?? []).map((line) => line.slice("import ".length));
      return {
        nesting: "imports",
        piece,
        importLines: (block) =>
          changed(
            [
              `import ${modules.join(", ")}`,
              ...block.filter((line) => !modules.includes(line.slice("import ".length))),
            ],
            block,
          ),
      };
    },
    { ignore: ["I001"] },
  ),
  atTop(
    "E402",
    "imports",
    (w) => {
      const name = w.name(`${w.adjective}_${w.amount}`);
      return {
        gains: ["import math"],
        lines: [
          `${name.toUpperCase()} = ${w.between(1, 400)}`,
          { before: ["", "import math"], after: [] },
          "",
          "",
          `def ${name}():`,
          `    """Round the ${w.amount} of a ${w.thing}."""`,
          `    return math.floor(${name.toUpperCase()} / ${w.between(2, 9)})`,
        ],
        checks: [`assert subject.${name}() >= 0`],
      };
    },
    { ignore: ["I001"] },
  ),
  atTop("PLC0414", "imports", (w) => {
    const name = w.name(`encode_${w.label}`);
    return {
      drops: ["import json as json"],
      gains: ["import json"],
      lines: [
        `def ${name}(value):`,
        `    """Encode the ${w.label} of a ${w.thing}."""`,
        "    return json.dumps(value)",
      ],
      checks: [`assert subject.${name}(1) == "1"`],
    };
  }),
  atTop("PLR0402", "imports", (w) => {
    const name = w.name(`normal_${w.label}`);
    return {
      drops: ["import os.path as path"],
      gains: ["from os import path"],
      lines: [
        `def ${name}(value):`,
        `    """Normalize the ${w.label} of a ${w.thing}."""`,
        "    return path.normcase(value)",
      ],
      checks: [`assert subject.${name}("a") == "a"`],
    };
  }),
];
