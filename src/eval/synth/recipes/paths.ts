import type { Words } from "../words/words.ts";
import { inBody, type PythonRecipe } from "./recipe.ts";

/** A call of `os` or `os.path`, and what `pathlib` has in its place. */
function ofPathlib(
  name: string,
  params: (w: Words) => string,
  sides: (w: Words) => readonly [before: string, after: string],
  calls: (w: Words) => readonly (readonly [string, string])[] = () => [],
): PythonRecipe {
  return inBody(name, "paths", (w) => {
    const [before, after] = sides(w);
    const found = w.pick(["found", "answer", `${w.thing}_place`]);
    const diff = w.chance(50)
      ? `\n- return [${before}, "${w.adjective}"]\n+ return [${after}, "${w.adjective}"]\n`
      : `\n- ${found} = ${before}\n+ ${found} = ${after}\n  print("${w.adjective} ${w.label}", ${found})\n  return [${found}, "${w.adjective}"]\n`;
    return {
      params: params(w),
      diff,
      drops: [before.startsWith("os.") ? "import os" : ""].filter(Boolean),
      gains: ["from pathlib import Path"],
      calls: calls(w),
    };
  });
}

const file = (w: Words): string => `${w.label}_path`;

/** Functions of `os.path` and `os` where `pathlib` is wanted. */
export const PATHS = [
  ofPathlib("PTH100", file, (w) => [`os.path.abspath(${file(w)})`, `str(Path(${file(w)}).resolve())`]),
  ofPathlib(
    "PTH110",
    file,
    (w) => [`os.path.exists(${file(w)})`, `Path(${file(w)}).exists()`],
    (w) => [[`"/no/${w.thing}"`, `[False, "${w.adjective}"]`]],
  ),
  ofPathlib(
    "PTH112",
    file,
    (w) => [`os.path.isdir(${file(w)})`, `Path(${file(w)}).is_dir()`],
    (w) => [[`"/no/${w.thing}"`, `[False, "${w.adjective}"]`]],
  ),
  ofPathlib(
    "PTH113",
    file,
    (w) => [`os.path.isfile(${file(w)})`, `Path(${file(w)}).is_file()`],
    (w) => [[`"/no/${w.thing}"`, `[False, "${w.adjective}"]`]],
  ),
  ofPathlib(
    "PTH118",
    (w) => `${file(w)}, ${w.thing}`,
    (w) => [`os.path.join(${file(w)}, ${w.thing})`, `str(Path(${file(w)}) / ${w.thing})`],
  ),
  ofPathlib(
    "PTH119",
    file,
    (w) => [`os.path.basename(${file(w)})`, `Path(${file(w)}).name`],
    (w) => [[`"a/b.txt"`, `["b.txt", "${w.adjective}"]`]],
  ),
  ofPathlib(
    "PTH120",
    file,
    (w) => [`os.path.dirname(${file(w)})`, `str(Path(${file(w)}).parent)`],
    (w) => [[`"a/b.txt"`, `["a", "${w.adjective}"]`]],
  ),
  ofPathlib("PTH202", file, (w) => [`os.path.getsize(${file(w)})`, `Path(${file(w)}).stat().st_size`]),
  ofPathlib(
    "PTH109",
    (w) => w.amount,
    (w) => [`os.getcwd() + str(${w.amount})`, `str(Path.cwd()) + str(${w.amount})`],
  ),
  inBody("PTH103", "paths", (w) => ({
    params: `folder, ${w.label}="${w.things}"`,
    drops: ["import os"],
    gains: ["from pathlib import Path"],
    diff: `
      - os.makedirs(folder, exist_ok=True)
      + Path(folder).mkdir(parents=True, exist_ok=True)
        return f"{folder}/{${w.label}}/${w.adjective}"
    `,
  })),
  inBody("PTH107", "paths", (w) => ({
    params: `${file(w)}, keep=False`,
    drops: ["import os"],
    gains: ["from pathlib import Path"],
    diff: `
        if not keep:
      -     os.remove(${file(w)})
      +     Path(${file(w)}).unlink()
        return "${w.adjective} ${w.thing}"
    `,
    calls: [["1, keep=True", `"${w.adjective} ${w.thing}"`]],
  })),
  inBody("PTH123", "paths", (w) => ({
    params: `${file(w)}`,
    gains: ["from pathlib import Path"],
    diff: `
      - with open(${file(w)}, encoding="utf-8") as lines:
      + with Path(${file(w)}).open(encoding="utf-8") as lines:
            return [line.rstrip() for line in lines if "${w.adjective}" not in line]
    `,
  })),
];
