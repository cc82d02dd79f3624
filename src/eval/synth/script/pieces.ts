import { camel, pascal, type Words } from "../words/words.ts";
import type { ScriptPiece } from "./module.ts";

const numbersOf = (w: Words): number[] => Array.from({ length: w.between(3, 6) }, () => w.between(1, 90));
const nameOf = (w: Words, stem: string): string => camel(w.name(stem));

/** Clean pieces of a JavaScript module, each with what it gives for some arguments. */
export const SCRIPT_PIECES: readonly ((w: Words) => ScriptPiece)[] = [
  (w) => {
    const name = nameOf(w, `total_${w.amount}`);
    const numbers = numbersOf(w);
    return {
      exports: [name],
      lines: [
        `/** Adds up the ${w.amount} of all ${w.things}. */`,
        `function ${name}(${w.things}) {`,
        "  let total = 0;",
        `  for (const ${w.thing} of ${w.things}) {`,
        `    total += ${w.thing}.${w.amount};`,
        "  }",
        "  return total;",
        "}",
      ],
      checks: [
        `assert.equal(subject.${name}([${numbers.map((value) => `{ ${w.amount}: ${value} }`).join(", ")}]), ${numbers.reduce((a, b) => a + b, 0)});`,
      ],
    };
  },
  (w) => {
    const name = nameOf(w, `${w.adjective}_${w.things}`);
    const limit = w.between(10, 70);
    return {
      exports: [name],
      lines: [
        `const ${name} = (${w.things}, limit = ${limit}) =>`,
        `  ${w.things}.filter((${w.thing}) => ${w.thing} <= limit).map((${w.thing}) => ${w.thing} + 1);`,
      ],
      checks: [`assert.deepEqual(subject.${name}([1, ${limit + 1}]), [2]);`],
    };
  },
  (w) => {
    const name = nameOf(w, `${w.things}_by_${w.label}`);
    return {
      exports: [name],
      lines: [
        `/** Groups ${w.things} by their ${w.label}. */`,
        `function ${name}(${w.things}) {`,
        "  const groups = new Map();",
        `  for (const ${w.thing} of ${w.things}) {`,
        `    const known = groups.get(${w.thing}.${w.label}) ?? [];`,
        `    groups.set(${w.thing}.${w.label}, [...known, ${w.thing}]);`,
        "  }",
        "  return groups;",
        "}",
      ],
      checks: [`assert.equal(subject.${name}([{ ${w.label}: 1 }, { ${w.label}: 2 }, { ${w.label}: 1 }]).size, 2);`],
    };
  },
  (w) => {
    const name = nameOf(w, `describe_${w.thing}`);
    return {
      exports: [name],
      lines: [
        `function ${name}({ ${w.label}, ${w.amount} }) {`,
        `  if (${w.amount} === undefined) {`,
        `    return \`${w.adjective} ${w.thing} \${${w.label}}\`;`,
        "  }",
        `  return \`\${${w.label}}: \${${w.amount}} ${w.second}\`;`,
        "}",
      ],
      checks: [`assert.equal(subject.${name}({ ${w.label}: "x" }), "${w.adjective} ${w.thing} x");`],
    };
  },
  (w) => {
    const name = nameOf(w, `clamp_${w.amount}`);
    const [low, high] = [w.between(0, 9), w.between(20, 95)];
    return {
      exports: [name],
      lines: [
        `/** Keeps a ${w.amount} between ${low} and ${high}. */`,
        `const ${name} = (${w.amount}) => Math.max(${low}, Math.min(${w.amount}, ${high}));`,
      ],
      checks: [`assert.equal(subject.${name}(${high + 4}), ${high});`],
    };
  },
  (w) => {
    const name = nameOf(w, `chunk_${w.things}`);
    return {
      exports: [name],
      lines: [
        `function* ${name}(${w.things}, size = ${w.between(2, 5)}) {`,
        `  for (let start = 0; start < ${w.things}.length; start += size) {`,
        `    yield ${w.things}.slice(start, start + size);`,
        "  }",
        "}",
      ],
      checks: [`assert.equal([...subject.${name}("abcdefgh", 3)].length, 3);`],
    };
  },
  (w) => {
    const name = nameOf(w, `${w.verb}_all`);
    return {
      exports: [name],
      lines: [
        `/** Lets a worker ${w.verb} every ${w.thing}; those that fail are left out. */`,
        `async function ${name}(${w.things}, worker) {`,
        `  const settled = await Promise.allSettled(${w.things}.map(worker));`,
        '  return settled.filter(({ status }) => status === "fulfilled").map(({ value }) => value);',
        "}",
      ],
      checks: [`assert.deepEqual(await subject.${name}([1], async (one) => one * 2), [2]);`],
    };
  },
  (w) => {
    const name = pascal(w.name(`${w.thing}_store`));
    return {
      exports: [name],
      lines: [
        `/** Holds ${w.things} by their ${w.label}. */`,
        `class ${name} {`,
        `  #${w.things} = new Map();`,
        "",
        `  get size() {`,
        `    return this.#${w.things}.size;`,
        "  }",
        "",
        `  add(${w.label}, ${w.thing}) {`,
        `    this.#${w.things}.set(${w.label}, ${w.thing});`,
        "    return this;",
        "  }",
        "",
        `  find(${w.label}, fallback = null) {`,
        `    return this.#${w.things}.get(${w.label}) ?? fallback;`,
        "  }",
        "}",
      ],
      checks: [`assert.equal(new subject.${name}().add("a", 1).size, 1);`],
    };
  },
  (w) => {
    const name = camel(w.name(`${w.thing}_${w.amount}_limits`));
    const entries = w.some(["north", "south", "east", "west", "centre", "harbour", "airport"], w.between(2, 6));
    return {
      exports: [name],
      lines: [`const ${name} = Object.freeze({`, ...entries.map((entry) => `  ${entry}: ${w.between(1, 900)},`), "});"],
      checks: [`assert.equal(Object.keys(subject.${name}).length, ${entries.length});`],
    };
  },
  (w) => {
    const name = nameOf(w, `parse_${w.thing}`);
    const separator = w.pick([";", "|", ":"]);
    return {
      exports: [name],
      lines: [
        `function ${name}(line) {`,
        `  const [${w.label} = "", ${w.amount} = "${w.between(0, 9)}"] = line.split("${separator}");`,
        `  return { ${w.label}: ${w.label}.trim(), ${w.amount}: Number(${w.amount}) };`,
        "}",
      ],
      checks: [`assert.deepEqual(subject.${name}(" a ${separator}7"), { ${w.label}: "a", ${w.amount}: 7 });`],
    };
  },
  (w) => {
    const name = pascal(w.name(`${w.adjective}_${w.thing}_error`));
    return {
      exports: [name],
      lines: [
        `class ${name} extends Error {`,
        `  constructor(${w.label}) {`,
        `    super(\`no ${w.adjective} ${w.thing} \${${w.label}}\`);`,
        `    this.${w.label} = ${w.label};`,
        "  }",
        "}",
      ],
      checks: [`assert.equal(new subject.${name}(3).${w.label}, 3);`],
    };
  },
  (w) => {
    const name = nameOf(w, `${w.amount}_level`);
    const [low, high] = [w.between(5, 30), w.between(40, 90)];
    return {
      exports: [name],
      lines: [
        `function ${name}(${w.amount}) {`,
        `  if (${w.amount} <= ${low}) {`,
        '    return "low";',
        "  }",
        `  return ${w.amount} > ${high} ? "high" : "${w.adjective}";`,
        "}",
      ],
      checks: [
        `assert.equal(subject.${name}(${low}), "low");`,
        `assert.equal(subject.${name}(${high}), "${w.adjective}");`,
      ],
    };
  },
  (w) => {
    const name = nameOf(w, `file_of_${w.thing}`);
    return {
      uses: ['import { join } from "node:path";'],
      exports: [name],
      lines: [
        `/** Where the ${w.label} of a ${w.thing} is kept. */`,
        `const ${name} = (folder, ${w.label}) => join(folder, "${w.things}", \`\${${w.label}}.json\`);`,
      ],
      checks: [`assert.ok(subject.${name}("a", "b").endsWith("b.json"));`],
    };
  },
];
