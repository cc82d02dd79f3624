import { atTop, inBody } from "./recipe.ts";

/** Mistakes that flake8-bugbear made known, and logging. */
export const BUGBEAR = [
  inBody("B007", "bugbear", (w) => {
    const start = w.between(0, 20);
    const step = w.between(1, 9);
    return {
      params: `${w.things}`,
      diff: `
          total = ${start}
        - for ${w.thing} in ${w.things}:
        + for _ in ${w.things}:
              total += ${step}
          return total
      `,
      calls: [["[5, 6]", `${start + 2 * step}`]],
    };
  }),
  inBody(
    "B007-items",
    "bugbear",
    (w) => ({
      params: `${w.things}: dict`,
      diff: `
        names = []
      - for ${w.label}, (${w.amount}, ${w.second}) in ${w.things}.items():
      + for ${w.label}, (${w.amount}, _) in ${w.things}.items():
            names.append(f"${w.adjective} {${w.label}}: {${w.amount}}")
        return names
    `,
      calls: [[`{"a": (1, 2)}`, `["${w.adjective} a: 1"]`]],
    }),
    { ignore: ["PERF"] },
  ),
  inBody("B009", "bugbear", (w) => ({
    params: `${w.thing}`,
    diff: `
      - return getattr(${w.thing}, "${w.label}"), "${w.adjective}"
      + return ${w.thing}.${w.label}, "${w.adjective}"
    `,
  })),
  inBody("B010", "bugbear", (w) => ({
    params: `${w.thing}, ${w.amount}=${w.between(1, 77)}`,
    diff: `
      - setattr(${w.thing}, "${w.label}", ${w.amount})
      + ${w.thing}.${w.label} = ${w.amount}
        return ${w.thing}
    `,
  })),
  inBody("B018", "bugbear", (w) => ({
    params: `${w.things}, ${w.amount}`,
    diff: `
        ${w.things}.append(${w.amount})
      - [${w.amount}, "${w.adjective}"]
        return ${w.things}
    `,
    calls: [["[], 2", "[2]"]],
  })),
  inBody("B028", "bugbear", (w) => ({
    params: `${w.label}: str`,
    uses: ["import warnings"],
    diff: `
        - warnings.warn(f"the ${w.mark} {${w.label}} is old")
        + warnings.warn(f"the ${w.mark} {${w.label}} is old", stacklevel=2)
          return ${w.label}.upper()
      `,
    calls: [[`"a"`, `"A"`]],
  })),
  inBody("B033", "bugbear", (w) => ({
    params: `${w.label}`,
    diff: `
      - return ${w.label} in {"${w.adjective}", "${w.thing}", "${w.adjective}"}
      + return ${w.label} in {"${w.adjective}", "${w.thing}"}
    `,
    calls: [[`"${w.thing}"`, "True"]],
  })),
  inBody("B905", "bugbear", (w) => ({
    params: `${w.amount}s, ${w.label}s`,
    diff: `
      - return [f"{one}-{other}" for one, other in zip(${w.amount}s, ${w.label}s)]
      + return [f"{one}-{other}" for one, other in zip(${w.amount}s, ${w.label}s, strict=False)]
    `,
    calls: [["[1], [2, 3]", `["1-2"]`]],
  })),
  ...(["list", "dict", "set", "call"] as const).map((kind) =>
    atTop(
      `B006-${kind}`,
      "bugbear",
      (w) => {
        const name = w.name(`${w.verb}_${w.things}`);
        const value = { list: "[]", dict: "{}", set: '{"first"}', call: "list()" }[kind];
        const fresh = { list: "[]", dict: "{}", set: '{"first"}', call: "[]" }[kind];
        const keep = {
          list: `${w.things}.append(${w.thing})`,
          dict: `${w.things}[${w.thing}] = ${w.between(1, 9)}`,
          set: `${w.things}.add(${w.thing})`,
          call: `${w.things}.append(${w.thing})`,
        }[kind];
        const first = { list: 1, dict: 1, set: 2, call: 1 }[kind];
        return {
          lines: [
            {
              before: [`def ${name}(${w.thing}, ${w.things}=${value}):`],
              after: [`def ${name}(${w.thing}, ${w.things}=None):`],
            },
            `    """Add a ${w.thing} to those ${w.adjective} ones that are there."""`,
            { before: [], after: [`    if ${w.things} is None:`, `        ${w.things} = ${fresh}`] },
            `    ${keep}`,
            `    return ${w.things}`,
          ],
          checks: [`subject.${name}("a")`, `assert len(subject.${name}("b")) == ${first}`],
        };
      },
      { keepsBehaviour: false, ignore: ["C408"] },
    ),
  ),
  atTop(
    "B008",
    "bugbear",
    (w) => {
      const name = w.name(`${w.verb}_${w.thing}`);
      const base = w.between(1, 90);
      return {
        lines: [
          `def _default_${w.amount}():`,
          `    return ${base}`,
          "",
          "",
          {
            before: [`def ${name}(${w.label}, ${w.amount}=_default_${w.amount}()):`],
            after: [`def ${name}(${w.label}, ${w.amount}=None):`],
          },
          `    """Give the ${w.label} and the ${w.amount} of a ${w.thing}."""`,
          { before: [], after: [`    if ${w.amount} is None:`, `        ${w.amount} = _default_${w.amount}()`] },
          `    return {"${w.label}": ${w.label}, "${w.amount}": ${w.amount}}`,
        ],
        checks: [`assert subject.${name}("x")["${w.amount}"] == ${base}`],
      };
    },
    { nesting: "function" },
  ),
  atTop(
    "B024",
    "bugbear",
    (w) => {
      const name = w.className(`base_${w.thing}`);
      return {
        lines: [
          `class ${name}(ABC):`,
          `    """What every ${w.thing} can do."""`,
          "",
          { before: [], after: ["    @abstractmethod"] },
          `    def ${w.verb}(self):`,
          `        """Do it for the ${w.label}."""`,
          `        return "${w.adjective} ${w.thing}"`,
        ],
        uses: ["from abc import ABC"],
        gains: ["from abc import abstractmethod"],
      };
    },
    { nesting: "class" },
  ),
  inBody("G004", "logging", (w) => ({
    params: `${w.label}, ${w.amount}`,
    logs: true,
    diff: `
      - logger.info(f"${w.thing} {${w.label}} has ${w.amount} {${w.amount}}")
      + logger.info("${w.thing} %s has ${w.amount} %s", ${w.label}, ${w.amount})
        return ${w.amount} + 1
    `,
    calls: [["1, 2", "3"]],
  })),
  inBody("G010", "logging", (w) => ({
    params: `${w.label}`,
    logs: true,
    diff: `
      - logger.warn("the ${w.label} %s is ${w.adjective}", ${w.label})
      + logger.warning("the ${w.label} %s is ${w.adjective}", ${w.label})
        return [${w.label}]
    `,
    calls: [["1", "[1]"]],
  })),
];
