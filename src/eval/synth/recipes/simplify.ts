import { inBody } from "./recipe.ts";

/** Branches, loops and blocks that can be shorter. */
export const SIMPLIFY = [
  inBody("SIM102", "simplify", (w) => {
    const [low, gain] = [w.between(1, 40), w.between(2, 9)];
    return {
      params: `${w.amount}, ${w.label}`,
      diff: `
        - if ${w.amount} > ${low}:
        -     if ${w.label}:
        -         ${w.amount} *= ${gain}
        + if ${w.amount} > ${low} and ${w.label}:
        +     ${w.amount} *= ${gain}
          return ${w.amount}
      `,
      calls: [
        [`${low + 1}, "x"`, `${(low + 1) * gain}`],
        [`1, ""`, "1"],
      ],
    };
  }),
  inBody("SIM103", "simplify", (w) => {
    const limit = w.between(1, 900);
    return {
      params: w.amount,
      diff: `
        - if ${w.amount} > ${limit}:
        -     return True
        - return False
        + return ${w.amount} > ${limit}
      `,
      calls: [[`${limit}`, "False"]],
    };
  }),
  inBody("SIM108", "simplify", (w) => ({
    params: `${w.amount}, ${w.label}="${w.mark}"`,
    diff: `
      - if ${w.amount} < 0:
      -     ${w.label} = "${w.adjective}"
      - else:
      -     ${w.label} = "${w.thing}"
      + ${w.label} = "${w.adjective}" if ${w.amount} < 0 else "${w.thing}"
        return ${w.label}.upper()
    `,
    calls: [["1", `"${w.thing.toUpperCase()}"`]],
  })),
  inBody("SIM110", "simplify", (w) => ({
    params: w.things,
    diff: `
      - for ${w.thing} in ${w.things}:
      -     if ${w.thing}.startswith("${w.adjective}"):
      -         return True
      - return False
      + return any(${w.thing}.startswith("${w.adjective}") for ${w.thing} in ${w.things})
    `,
    calls: [[`["${w.adjective}!"]`, "True"]],
  })),
  inBody("SIM117", "simplify", (w) => ({
    params: `${w.thing}_lock, ${w.other}_lock`,
    diff: `
      - with ${w.thing}_lock:
      -     with ${w.other}_lock:
      -         return "${w.adjective} ${w.label}"
      + with ${w.thing}_lock, ${w.other}_lock:
      +     return "${w.adjective} ${w.label}"
    `,
    calls: [["__import__('threading').Lock(), __import__('threading').Lock()", `"${w.adjective} ${w.label}"`]],
  })),
  inBody("SIM210", "simplify", (w) => ({
    params: `${w.amount}`,
    diff: `
      - is_${w.adjective} = True if ${w.amount} >= 100 else False
      + is_${w.adjective} = ${w.amount} >= 100
        return {"${w.label}": is_${w.adjective}}
    `,
    calls: [["100", `{"${w.label}": True}`]],
  })),
  inBody(
    "SIM401",
    "simplify",
    (w) => ({
      params: `${w.things}: dict, ${w.label}`,
      diff: `
      - if ${w.label} in ${w.things}:
      -     ${w.amount} = ${w.things}[${w.label}]
      - else:
      -     ${w.amount} = "${w.adjective}"
      + ${w.amount} = ${w.things}.get(${w.label}, "${w.adjective}")
        return [${w.amount}]
    `,
      calls: [[`{}, 1`, `["${w.adjective}"]`]],
    }),
    { ignore: ["SIM108"] },
  ),
  inBody("SIM910", "simplify", (w) => ({
    params: `${w.things}: dict`,
    diff: `
      - ${w.thing} = ${w.things}.get("${w.label}", None)
      + ${w.thing} = ${w.things}.get("${w.label}")
        return ${w.thing} or "${w.adjective}"
    `,
    calls: [["{}", `"${w.adjective}"`]],
  })),
  inBody("SIM114", "simplify", (w) => ({
    params: `${w.label}, ${w.mark}`,
    diff: `
        total = 0
      - if ${w.label} == "${w.adjective}":
      -     total += 1
      - elif ${w.mark} == "${w.thing}":
      + if ${w.label} == "${w.adjective}" or ${w.mark} == "${w.thing}":
            total += 1
        return total
    `,
    calls: [
      [`"${w.adjective}", 1`, "1"],
      ["1, 1", "0"],
    ],
  })),
  inBody("PIE790", "simplify", (w) => ({
    params: `${w.things}`,
    diff: `
        for ${w.thing} in ${w.things}:
            print(${w.thing}, "${w.adjective}")
      -     pass
        return ${w.things}
    `,
    calls: [["[]", "[]"]],
  })),
  inBody("PIE810", "simplify", (w) => ({
    params: w.label,
    diff: `
      - return ${w.label}.startswith("${w.adjective}") or ${w.label}.startswith("${w.thing}")
      + return ${w.label}.startswith(("${w.adjective}", "${w.thing}"))
    `,
    calls: [[`"${w.thing}"`, "True"]],
  })),
  inBody("PIE800", "simplify", (w) => ({
    params: w.things,
    diff: `
      - return {**${w.things}, **{"${w.label}": "${w.adjective}"}}
      + return {**${w.things}, "${w.label}": "${w.adjective}"}
    `,
    calls: [["{}", `{"${w.label}": "${w.adjective}"}`]],
  })),
  inBody("RET505", "refactor", (w) => ({
    params: `${w.amount}`,
    diff: `
        if ${w.amount} < ${w.between(-9, 0)}:
            return "${w.adjective}"
      - else:
      -     remark = f"${w.label} {${w.amount}}"
      -     return remark.title()
      + remark = f"${w.label} {${w.amount}}"
      + return remark.title()
    `,
    calls: [["-50", `"${w.adjective}"`]],
  })),
  inBody("RET504", "refactor", (w) => ({
    params: `${w.amount}, ${w.second}`,
    diff: `
      - ${w.label} = ${w.amount} * 2 + ${w.second}
      - return ${w.label}
      + return ${w.amount} * 2 + ${w.second}
    `,
    calls: [["1, 2", "4"]],
  })),
  inBody("RET503", "refactor", (w) => ({
    params: `${w.things}`,
    diff: `
        for ${w.thing} in ${w.things}:
            if ${w.thing} == "${w.adjective}":
                return [${w.thing}]
      + return None
    `,
    calls: [["[]", "None"]],
  })),
  inBody(
    "RET507",
    "refactor",
    (w) => ({
      params: `${w.things}`,
      diff: `
        found = []
        for ${w.thing} in ${w.things}:
            if not ${w.thing}:
                continue
      -     else:
      -         found.append([${w.thing}, "${w.adjective}"])
      +     found.append([${w.thing}, "${w.adjective}"])
        return found
    `,
      calls: [["[0]", "[]"]],
    }),
    { ignore: ["PERF"] },
  ),
  inBody(
    "PLR5501",
    "refactor",
    (w) => {
      const [low, high] = [w.between(1, 20), w.between(40, 90)];
      return {
        params: `${w.amount}`,
        diff: `
          if ${w.amount} < ${low}:
              level = "${w.label}"
        - else:
        -     if ${w.amount} < ${high}:
        -         level = "${w.mark}"
        -     else:
        -         level = "${w.adjective}"
        + elif ${w.amount} < ${high}:
        +     level = "${w.mark}"
        + else:
        +     level = "${w.adjective}"
          return level
      `,
        calls: [
          ["0", `"${w.label}"`],
          [`${high}`, `"${w.adjective}"`],
        ],
      };
    },
    { ignore: ["SIM108"] },
  ),
  inBody(
    "PLR1711",
    "refactor",
    (w) => ({
      params: `${w.things}, ${w.thing}`,
      diff: `
        ${w.things}.append(${w.thing})
        ${w.things}.append("${w.adjective} ${w.label}")
      - return
    `,
    }),
    { ignore: ["RET"] },
  ),
  inBody("PLW0127", "refactor", (w) => ({
    params: `${w.amount}, ${w.label}`,
    diff: `
      - ${w.amount} = ${w.amount}
        return ${w.label}, ${w.amount} * ${w.between(2, 60)}
    `,
    calls: [["0, 1", "(1, 0)"]],
  })),
  inBody("PLR1714", "refactor", (w) => ({
    params: `${w.label}`,
    diff: `
      - return ${w.label} == "${w.adjective}" or ${w.label} == "${w.thing}"
      + return ${w.label} in {"${w.adjective}", "${w.thing}"}
    `,
    calls: [[`"${w.thing}"`, "True"]],
  })),
  inBody("PERF401", "refactor", (w) => ({
    params: `${w.things}`,
    diff: `
      - found = []
      - for ${w.thing} in ${w.things}:
      -     if ${w.thing} != "${w.adjective}":
      -         found.append(${w.thing}.upper())
      - return found
      + return [${w.thing}.upper() for ${w.thing} in ${w.things} if ${w.thing} != "${w.adjective}"]
    `,
    calls: [[`["a"]`, `["A"]`]],
  })),
  inBody("PERF102", "refactor", (w) => ({
    params: `${w.things}: dict`,
    diff: `
        total = 0
      - for _, ${w.amount} in ${w.things}.items():
      + for ${w.amount} in ${w.things}.values():
            total += ${w.amount}
        return total
    `,
    calls: [[`{"a": 4}`, "4"]],
  })),
];
