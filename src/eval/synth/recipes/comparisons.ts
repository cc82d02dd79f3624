import { inBody } from "./recipe.ts";

/** `== None`, `== True`, `not x in y`, `type(a) == type(b)`, … */
export const COMPARISONS = [
  inBody("E711-equals", "comparisons", (w) => ({
    params: `${w.amount}, ${w.label}=None`,
    diff: `
      - if ${w.label} == None:
      + if ${w.label} is None:
            return ${w.amount} + ${w.between(1, 99)}
        return ${w.amount}
    `,
    calls: [[`1, "x"`, "1"]],
  })),
  inBody("E711-not-equals", "comparisons", (w) => {
    const remark = w.pick(["", "  # known ones only", "  # ✔ checked"]);
    return {
      params: `${w.things}, ${w.label}`,
      diff: `
        - found = [one for one in ${w.things} if one.get("${w.mark}") != None]${remark}
        + found = [one for one in ${w.things} if one.get("${w.mark}") is not None]${remark}
          return {${w.label}: found}
      `,
      calls: [[`[{"${w.mark}": 1}, {}], "k"`, `{"k": [{"${w.mark}": 1}]}`]],
    };
  }),
  inBody("E711-in-call", "comparisons", (w) => ({
    params: `${w.thing}, ${w.other}`,
    diff: `
      - return all((${w.thing} == None, ${w.other} != "${w.label} ${w.adjective}"))
      + return all((${w.thing} is None, ${w.other} != "${w.label} ${w.adjective}"))
    `,
    calls: [["None, 1", "True"]],
  })),
  inBody("E712-true", "comparisons", (w) => ({
    params: `${w.thing}: bool, ${w.amount}: int`,
    diff: `
      - if ${w.thing} == True:
      + if ${w.thing}:
            return ${w.amount} * ${w.between(2, 9)}
        return ${w.amount}
    `,
    calls: [["False, 4", "4"]],
  })),
  inBody("E712-false", "comparisons", (w) => ({
    params: `is_${w.adjective}: bool, ${w.things}`,
    diff: `
      - while is_${w.adjective} == False and ${w.things}:
      + while not is_${w.adjective} and ${w.things}:
            ${w.things}.pop()
        return len(${w.things})
    `,
    calls: [
      ["True, [1, 2]", "2"],
      ["False, [1, 2]", "0"],
    ],
  })),
  inBody("E713", "comparisons", (w) => ({
    params: `${w.thing}, ${w.things}`,
    diff: `
      - if not ${w.thing} in ${w.things}:
      + if ${w.thing} not in ${w.things}:
            ${w.things}.append(${w.thing})
        return sorted(${w.things})
    `,
    calls: [["3, [1]", "[1, 3]"]],
  })),
  inBody("E714", "comparisons", (w) => ({
    params: `${w.thing}, ${w.other}=None`,
    diff: `
      - same = not ${w.thing} is ${w.other}
      + same = ${w.thing} is not ${w.other}
        return ("${w.adjective}", same)
    `,
    calls: [["None", `("${w.adjective}", False)`]],
  })),
  inBody("E721", "comparisons", (w) => ({
    params: `${w.thing}, ${w.other}`,
    diff: `
      - if type(${w.thing}) == type(${w.other}):
      + if type(${w.thing}) is type(${w.other}):
            return "${w.label}"
        return "${w.mark}"
    `,
    calls: [
      ["1, 2", `"${w.label}"`],
      [`1, "2"`, `"${w.mark}"`],
    ],
  })),
  inBody(
    "F632",
    "comparisons",
    (w) => ({
      params: `${w.label}: str, ${w.amount}: int = ${w.between(1, 50)}`,
      diff: `
        - if ${w.label} is "${w.adjective}":
        + if ${w.label} == "${w.adjective}":
              return ${w.amount}
          return -${w.amount}
      `,
      calls: [[`"".join("${w.adjective}"), 7`, "7"]],
    }),
    { keepsBehaviour: false },
  ),
  inBody("SIM300", "comparisons", (w) => {
    const number = w.between(10, 99);
    return {
      params: `${w.amount}, ${w.second}=0`,
      diff: `
        - if ${number} == ${w.amount}:
        + if ${w.amount} == ${number}:
              ${w.second} += 1
          return ${w.second}
      `,
      calls: [[`${number}`, "1"]],
    };
  }),
  inBody("SIM201", "comparisons", (w) => ({
    params: `${w.label}, ${w.mark}`,
    diff: `
      - if not ${w.label} == ${w.mark}:
      + if ${w.label} != ${w.mark}:
            return [${w.label}, ${w.mark}]
        return [${w.label}]
    `,
    calls: [
      ["1, 1", "[1]"],
      ["1, 2", "[1, 2]"],
    ],
  })),
  inBody("SIM118", "comparisons", (w) => ({
    params: `${w.things}: dict, ${w.label}: str`,
    diff: `
      - if ${w.label} in ${w.things}.keys():
      + if ${w.label} in ${w.things}:
            return ${w.things}[${w.label}]
        return ${w.between(0, 30)}
    `,
    calls: [[`{"a": 5}, "a"`, "5"]],
  })),
  inBody("RUF019", "comparisons", (w) => ({
    params: `${w.things}: dict, ${w.label}: str`,
    diff: `
      - if ${w.label} in ${w.things} and ${w.things}[${w.label}]:
      + if ${w.things}.get(${w.label}):
            return "${w.adjective} ${w.thing}"
        return "no ${w.thing}"
    `,
    calls: [[`{}, "a"`, `"no ${w.thing}"`]],
  })),
];
