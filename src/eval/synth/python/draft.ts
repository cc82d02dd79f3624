import { type Draft, dimensionsOf, drawNeighbourhood } from "../draft.ts";
import { drawLayout, laidOut } from "../layout.ts";
import { hunksIn, sideOf } from "../lines.ts";
import { PYTHON_NEIGHBOURS, withNeighbours } from "../neighbours.ts";
import type { Random } from "../random.ts";
import type { Injection, PythonRecipe } from "../recipes/recipe.ts";
import type { Oracle } from "../record.ts";
import { type Words, wordsOf } from "../words/words.ts";
import { CLASSES } from "./classes.ts";
import { FUNCTIONS } from "./functions.ts";
import { isStandard } from "./imports.ts";
import { importsOf, type Module, moduleLines, type Piece } from "./module.ts";

/** Families whose flagged line belongs to something longer: nothing is put beside it. */
const ALONE = new Set(["docstrings", "multi-line", "imports", "whitespace"]);

/** A module with one violation, and the same without; undefined where the recipe finds no place for it. */
export function draftPython(recipe: PythonRecipe, random: Random): Draft | undefined {
  const foreign = random.chance(12);
  const newWords = wordsOf(random, foreign);
  const w = newWords();
  const injection = recipe.inject(w);
  const module = moduleAround(injection, newWords, drawNeighbourhood(random));
  const { lines, neighbours } = ALONE.has(recipe.family)
    ? { lines: moduleLines(module), neighbours: "none" as const }
    : withNeighbours(moduleLines(module), `${w.adjective} ${w.label}`, random, PYTHON_NEIGHBOURS);
  const clean = textOf(sideOf(lines, "after"));
  const broken = injection.breakText ? injection.breakText(clean, random) : textOf(sideOf(lines, "before"));
  if (broken === undefined || broken === clean) return undefined;
  const layout = drawLayout(random, "4 spaces");
  const [before, after] = [laidOut(broken, layout, "4 spaces"), laidOut(clean, layout, "4 spaces")];
  const hunks = Math.max(1, hunksIn(lines));
  const oracle = oracleOf(module, recipe.keepsBehaviour);
  return {
    recipe,
    language: "python",
    file: `${foreign ? "modulo" : w.thing}_${w.adjective}.py`,
    before,
    after,
    dimensions: dimensionsOf(before, { ...layout, nesting: injection.nesting, neighbours, hunks }),
    ...(oracle && { oracle }),
  };
}

function moduleAround(injection: Injection, newWords: () => Words, others: number): Module {
  const w = newWords();
  const fillers = Array.from({ length: others }, () => {
    const own = newWords();
    return own.pick(own.chance(70) ? FUNCTIONS : CLASSES)(own);
  });
  const needed = injection.piece ? [] : fillers.length === 0 ? [w.pick(FUNCTIONS)(w)] : [];
  const pieces: Piece[] = [...fillers, ...needed];
  if (injection.piece) pieces.splice(w.below(pieces.length + 1), 0, injection.piece);
  const docstring = injection.docstring ?? [
    `"""${w.pick(["Work with", "Helpers for", "All about", "Rules for", "Reports on"])} ${w.adjective} ${w.things}${w.pick(["", ` and ${w.others}`, ` in the ${w.domain} system`])}."""`,
  ];
  return {
    docstring,
    pieces,
    ...(injection.head && { head: injection.head }),
    ...(injection.importLines && { importLines: injection.importLines }),
  };
}

const textOf = (lines: readonly string[]): string => `${lines.join("\n")}\n`;

const LOAD = [
  "import asyncio",
  "import importlib.util",
  "import sys",
  "",
  'spec = importlib.util.spec_from_file_location("subject", sys.argv[1])',
  "subject = importlib.util.module_from_spec(spec)",
  'sys.modules["subject"] = subject',
  "spec.loader.exec_module(subject)",
];

/** The checks of all pieces as one program; none where the module needs packages that may not be there. */
function oracleOf(module: Module, passesBefore: boolean): Oracle | undefined {
  const imports = [...importsOf(module, "before"), ...importsOf(module, "after")];
  const checks = module.pieces.flatMap(({ checks: own = [] }) => own);
  if (checks.length === 0 || !imports.every(isStandard)) return undefined;
  return { language: "python", program: textOf([...LOAD, ...checks]), passesBefore };
}
