import { inScript } from "./script.ts";

/** Rules of ESLint's own, with and without a fix of ESLint's. */
export const ESLINT = [
  inScript("no-var", (w) => ({
    params: w.things,
    diff: `
      - var count = ${w.things}.length;
      + const count = ${w.things}.length;
        return [count, "${w.adjective} ${w.thing}"];
    `,
    calls: [["[1]", `[1, "${w.adjective} ${w.thing}"]`]],
  })),
  inScript("prefer-const", (w) => ({
    params: `${w.amount}, ${w.second}`,
    diff: `
      - let sum = ${w.amount} + ${w.second};
      + const sum = ${w.amount} + ${w.second};
        return { ${w.label}: sum, kind: "${w.adjective}" };
    `,
    calls: [["1, 2", `{ ${w.label}: 3, kind: "${w.adjective}" }`]],
  })),
  inScript("eqeqeq", (w) => ({
    params: `${w.label}, ${w.amount} = ${w.between(1, 99)}`,
    diff: `
      - if (${w.label} == "${w.adjective}") {
      + if (${w.label} === "${w.adjective}") {
          return ${w.amount};
        }
        return -1;
    `,
    calls: [[`"${w.adjective}", 5`, "5"]],
  })),
  inScript("eqeqeq/not", (w) => ({
    params: w.things,
    diff: `
      - return ${w.things}.filter((${w.thing}) => ${w.thing}.${w.label} != "${w.adjective}");
      + return ${w.things}.filter((${w.thing}) => ${w.thing}.${w.label} !== "${w.adjective}");
    `,
    calls: [["[]", "[]"]],
  })),
  inScript("no-unused-vars", (w) => ({
    params: w.things,
    diff: `
      - const ${w.amount} = ${w.between(1, 900)};
        return ${w.things}.map((${w.thing}) => \`${w.adjective} \${${w.thing}}\`);
    `,
    calls: [["[]", "[]"]],
  })),
  inScript("no-unused-vars/destructured", (w) => ({
    params: w.thing,
    diff: `
      - const { ${w.label}, ${w.amount} } = ${w.thing};
      + const { ${w.label} } = ${w.thing};
        return \`${w.adjective} \${${w.label}}\`;
    `,
    calls: [[`{ ${w.label}: 1 }`, `"${w.adjective} 1"`]],
  })),
  inScript("no-empty", (w) => ({
    params: `${w.amount}, ${w.things}`,
    diff: `
        if (${w.amount} > ${w.between(1, 60)}) {
          ${w.things}.push("${w.adjective}");
      - } else {
        }
        return ${w.things};
    `,
    calls: [["0, []", "[]"]],
  })),
  inScript("no-empty/catch", (w) => ({
    params: w.label,
    diff: `
        try {
          return JSON.parse(${w.label});
      - } catch {
      - }
      + } catch (error) {
      +   console.warn("no ${w.amount} in the ${w.mark}", error);
      + }
        return "${w.adjective}";
    `,
    calls: [['"1"', "1"]],
  })),
  inScript("curly", (w) => ({
    params: `${w.amount}, ${w.label}`,
    diff: `
      - if (${w.amount} < 0) return "${w.adjective} ${w.thing}";
      + if (${w.amount} < 0) {
      +   return "${w.adjective} ${w.thing}";
      + }
        return ${w.label};
    `,
    calls: [["1, 2", "2"]],
  })),
  inScript("no-extra-boolean-cast", (w) => ({
    params: w.label,
    diff: `
      - return !!${w.label} ? "${w.adjective}" : "no ${w.thing}";
      + return ${w.label} ? "${w.adjective}" : "no ${w.thing}";
    `,
    calls: [["0", `"no ${w.thing}"`]],
  })),
  inScript("prefer-template", (w) => ({
    params: `${w.label}, ${w.amount}`,
    diff: `
      - return "${w.adjective} ${w.thing} " + ${w.label} + " of " + ${w.amount};
      + return \`${w.adjective} ${w.thing} \${${w.label}} of \${${w.amount}}\`;
    `,
    calls: [["1, 2", `"${w.adjective} ${w.thing} 1 of 2"`]],
  })),
  inScript("no-useless-return", (w) => ({
    params: `${w.things}, ${w.label}`,
    diff: `
        if (${w.label} === "${w.adjective}") {
          ${w.things}.push(${w.label});
      -   return;
        }
    `,
    calls: [["[], 1", "undefined"]],
  })),
  inScript("object-shorthand", (w) => ({
    params: `${w.label}, ${w.amount}`,
    diff: `
      - return { ${w.label}: ${w.label}, ${w.amount}: ${w.amount} * 3, kind: "${w.adjective}" };
      + return { ${w.label}, ${w.amount}: ${w.amount} * 3, kind: "${w.adjective}" };
    `,
    calls: [["1, 2", `{ ${w.label}: 1, ${w.amount}: 6, kind: "${w.adjective}" }`]],
  })),
  inScript("object-shorthand/method", (w) => ({
    params: w.label,
    diff: `
        return {
      -   ${w.verb}: function () {
      +   ${w.verb}() {
            return \`${w.adjective} \${${w.label}}\`;
          },
        }.${w.verb}();
    `,
    calls: [["1", `"${w.adjective} 1"`]],
  })),
  inScript("no-else-return", (w) => ({
    params: w.amount,
    diff: `
        if (${w.amount} > ${w.between(1, 70)}) {
          return "${w.adjective}";
      - } else {
      -   const remark = "${w.label}";
      -   return \`\${remark} \${${w.amount}}\`;
      - }
      + }
      + const remark = "${w.label}";
      + return \`\${remark} \${${w.amount}}\`;
    `,
    calls: [["0", `"${w.label} 0"`]],
  })),
  inScript("no-lonely-if", (w) => {
    const [low, high] = [w.between(1, 20), w.between(60, 90)];
    return {
      params: w.amount,
      diff: `
          let level = "${w.label}";
          if (${w.amount} < ${low}) {
            level = "${w.mark}";
        - } else {
        -   if (${w.amount} > ${high}) {
        -     level = "${w.adjective}";
        -   }
        - }
        + } else if (${w.amount} > ${high}) {
        +   level = "${w.adjective}";
        + }
          return level;
      `,
      calls: [
        ["0", `"${w.mark}"`],
        [`${high + 1}`, `"${w.adjective}"`],
      ],
    };
  }),
  inScript("yoda", (w) => ({
    params: `${w.amount}, ${w.label}`,
    diff: `
      - if (3 === ${w.amount}) {
      + if (${w.amount} === 3) {
          return [${w.label}, "${w.adjective}"];
        }
        return [${w.label}];
    `,
    calls: [["1, 2", "[2]"]],
  })),
  inScript("dot-notation", (w) => ({
    params: w.thing,
    diff: `
      - return [${w.thing}["${w.label}"], "${w.adjective}"];
      + return [${w.thing}.${w.label}, "${w.adjective}"];
    `,
    calls: [[`{ ${w.label}: 1 }`, `[1, "${w.adjective}"]`]],
  })),
  inScript("no-unneeded-ternary", (w) => ({
    params: w.amount,
    diff: `
      - const isLarge = ${w.amount} > 10 ? true : false;
      + const isLarge = ${w.amount} > 10;
        return { ${w.label}: isLarge, kind: "${w.adjective}" };
    `,
    calls: [["1", `{ ${w.label}: false, kind: "${w.adjective}" }`]],
  })),
  inScript("radix", (w) => ({
    params: w.label,
    diff: `
      - return [Number.parseInt(${w.label}), "${w.adjective}"];
      + return [Number.parseInt(${w.label}, 10), "${w.adjective}"];
    `,
    calls: [['"12"', `[12, "${w.adjective}"]`]],
  })),
  inScript(
    "use-isnan",
    (w) => ({
      params: `${w.amount}, ${w.label}`,
      diff: `
      - return ${w.amount} === NaN ? "${w.adjective}" : ${w.label};
      + return Number.isNaN(${w.amount}) ? "${w.adjective}" : ${w.label};
    `,
      calls: [
        ["1, 2", "2"],
        ["Number.NaN, 2", `"${w.adjective}"`],
      ],
    }),
    false,
  ),
  inScript("no-prototype-builtins", (w) => ({
    params: `${w.things}, ${w.label}`,
    diff: `
      - if (${w.things}.hasOwnProperty(${w.label})) {
      + if (Object.hasOwn(${w.things}, ${w.label})) {
          return "${w.adjective} ${w.thing}";
        }
        return null;
    `,
    calls: [["{}, 1", "null"]],
  })),
  inScript("no-useless-concat", (w) => ({
    params: w.label,
    diff: `
      - return [${w.label}, "${w.adjective} " + "${w.thing}"];
      + return [${w.label}, "${w.adjective} ${w.thing}"];
    `,
    calls: [["1", `[1, "${w.adjective} ${w.thing}"]`]],
  })),
  inScript("no-useless-escape", (w) => ({
    params: w.label,
    diff: `
      - return ["${w.adjective}\\-${w.thing}", ${w.label}];
      + return ["${w.adjective}-${w.thing}", ${w.label}];
    `,
    calls: [["1", `["${w.adjective}-${w.thing}", 1]`]],
  })),
  inScript("prefer-object-spread", (w) => ({
    params: w.thing,
    diff: `
      - return Object.assign({}, ${w.thing}, { ${w.label}: "${w.adjective}" });
      + return { ...${w.thing}, ${w.label}: "${w.adjective}" };
    `,
    calls: [["{}", `{ ${w.label}: "${w.adjective}" }`]],
  })),
  inScript("prefer-arrow-callback", (w) => ({
    params: w.things,
    diff: `
      - return ${w.things}.map(function (${w.thing}) {
      + return ${w.things}.map((${w.thing}) => {
          const ${w.amount} = ${w.thing} * ${w.between(2, 90)};
          return [${w.amount}, "${w.adjective}"];
        });
    `,
    calls: [["[]", "[]"]],
  })),
  inScript("operator-assignment", (w) => ({
    params: `${w.amount}, ${w.second}`,
    diff: `
        let total = ${w.amount};
      - total = total + ${w.second};
      + total += ${w.second};
        return [total, "${w.adjective}"];
    `,
    calls: [["1, 2", `[3, "${w.adjective}"]`]],
  })),
  inScript("logical-assignment-operators", (w) => ({
    params: `${w.label}`,
    diff: `
        let ${w.mark} = ${w.label};
      - ${w.mark} = ${w.mark} || "${w.adjective}";
      + ${w.mark} ||= "${w.adjective}";
        return ${w.mark};
    `,
    calls: [["0", `"${w.adjective}"`]],
  })),
  inScript("no-throw-literal", (w) => ({
    params: `${w.amount}`,
    diff: `
        if (${w.amount} < 0) {
      -   throw "the ${w.amount} of a ${w.adjective} ${w.thing} is negative";
      +   throw new Error("the ${w.amount} of a ${w.adjective} ${w.thing} is negative");
        }
        return ${w.amount} / ${w.between(2, 90)};
    `,
    calls: [["0", "0"]],
  })),
  inScript("no-useless-catch", (w) => ({
    params: w.label,
    diff: `
      - try {
      -   return JSON.parse(${w.label}).${w.amount} ?? "${w.adjective}";
      - } catch (error) {
      -   throw error;
      - }
      + return JSON.parse(${w.label}).${w.amount} ?? "${w.adjective}";
    `,
    calls: [['"{}"', `"${w.adjective}"`]],
  })),
  inScript("no-undef-init", (w) => ({
    params: w.things,
    diff: `
      - let last = undefined;
      + let last;
        for (const ${w.thing} of ${w.things}) {
          last = \`${w.adjective} \${${w.thing}}\`;
        }
        return last;
    `,
    calls: [["[]", "undefined"]],
  })),
  inScript("no-self-compare", (w) => ({
    params: `${w.amount}, ${w.label}`,
    diff: `
      - if (${w.amount} !== ${w.amount}) {
      + if (Number.isNaN(${w.amount})) {
          return "${w.adjective} ${w.thing}";
        }
        return ${w.label};
    `,
    calls: [
      ["Number.NaN, 1", `"${w.adjective} ${w.thing}"`],
      ["1, 2", "2"],
    ],
  })),
  inScript("prefer-exponentiation-operator", (w) => ({
    params: w.amount,
    diff: `
      - return [Math.pow(${w.amount}, 2), "${w.adjective}"];
      + return [${w.amount} ** 2, "${w.adjective}"];
    `,
    calls: [["3", `[9, "${w.adjective}"]`]],
  })),
  inScript("no-useless-computed-key", (w) => ({
    params: w.amount,
    diff: `
      - return { ["${w.label}"]: ${w.amount}, kind: "${w.adjective}" };
      + return { "${w.label}": ${w.amount}, kind: "${w.adjective}" };
    `,
    calls: [["3", `{ ${w.label}: 3, kind: "${w.adjective}" }`]],
  })),
  inScript(
    "valid-typeof",
    (w) => ({
      params: w.label,
      diff: `
      - return typeof ${w.label} === "${w.pick(["strnig", "String", "text"])}" ? "${w.adjective}" : "${w.thing}";
      + return typeof ${w.label} === "string" ? "${w.adjective}" : "${w.thing}";
    `,
      calls: [['"a"', `"${w.adjective}"`]],
    }),
    false,
  ),
];
