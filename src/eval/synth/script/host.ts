import { fromDiff, indented, type Line } from "../lines.ts";
import { camel, pascal, type Words } from "../words/words.ts";
import type { ScriptPiece } from "./module.ts";

/** The inside of a JavaScript function with a place that changes. */
export interface ScriptBody {
  readonly params: string;
  /** As in `fromDiff`, two blanks for each level. */
  readonly diff: string;
  readonly uses?: readonly string[];
  /** Arguments, and what the function gives for them. */
  readonly calls?: readonly (readonly [args: string, result: string])[];
}

/** Where a violation stands. */
export const SCRIPT_NESTINGS = [
  "function",
  "arrow-function",
  "async-function",
  "method",
  "static-method",
  "nested-function",
  "object-method",
  "try-block",
  "loop",
] as const;
export type ScriptNesting = (typeof SCRIPT_NESTINGS)[number];

interface Hosted {
  readonly lines: readonly Line[];
  readonly exported: string;
  /** The expression that calls it. */
  readonly call: (args: string) => string;
}

/** A piece around a body. */
export function hostedScript(body: ScriptBody, nesting: ScriptNesting, w: Words): ScriptPiece {
  const { lines, exported, call } = HOSTS[nesting](body.params, fromDiff(body.diff), w);
  return {
    lines,
    exports: [exported],
    ...(body.uses && { uses: body.uses }),
    checks: (body.calls ?? []).map(([args, result]) => `assert.deepEqual(${call(args)}, ${result});`),
  };
}

type Host = (params: string, inside: readonly Line[], w: Words) => Hosted;

const deep = (lines: readonly Line[], levels = 1): Line[] => indented(lines, "  ".repeat(levels));

const plain: Host = (params, inside, w) => {
  const name = camel(w.name(`${w.verb}_${w.thing}`));
  return {
    exported: name,
    lines: [`function ${name}(${params}) {`, ...deep(inside), "}"],
    call: (args) => `subject.${name}(${args})`,
  };
};

const inClass = (head: string, instance: boolean): Host => {
  return (params, inside, w) => {
    const owner = pascal(w.name(`${w.thing}_${w.pick(["service", "desk", "registry", "planner"])}`));
    const name = camel(w.name(`${w.verb}_${w.other}`));
    return {
      exported: owner,
      lines: [
        `class ${owner} {`,
        `  kind = "${w.adjective} ${w.thing}";`,
        "",
        `  ${head}${name}(${params}) {`,
        ...deep(inside, 2),
        "  }",
        "}",
      ],
      call: (args) => `${instance ? `new subject.${owner}()` : `subject.${owner}`}.${name}(${args})`,
    };
  };
};

const HOSTS: Readonly<Record<ScriptNesting, Host>> = {
  function: plain,
  "arrow-function": (params, inside, w) => {
    const name = camel(w.name(`${w.verb}_${w.things}`));
    return {
      exported: name,
      lines: [`const ${name} = (${params}) => {`, ...deep(inside), "};"],
      call: (args) => `subject.${name}(${args})`,
    };
  },
  "async-function": (params, inside, w) => {
    const host = plain(params, inside, w);
    return {
      ...host,
      lines: host.lines.map((line, at) => (at === 0 ? `async ${String(line)}` : line)),
      call: (args) => `await ${host.call(args)}`,
    };
  },
  method: inClass("", true),
  "static-method": inClass("static ", false),
  "nested-function": (params, inside, w) => {
    const names = params.replace(/ = [^,]+/g, "");
    const inner = `inner${pascal(w.verb)}`;
    return plain(params, [`function ${inner}(${params}) {`, ...deep(inside), "}", `return ${inner}(${names});`], w);
  },
  "object-method": (params, inside, w) => {
    const owner = camel(w.name(`${w.thing}_tools`));
    const name = camel(w.name(`${w.verb}_${w.label}`));
    return {
      exported: owner,
      lines: [
        `const ${owner} = {`,
        `  kind: "${w.adjective}",`,
        `  ${name}(${params}) {`,
        ...deep(inside, 2),
        "  },",
        "};",
      ],
      call: (args) => `subject.${owner}.${name}(${args})`,
    };
  },
  "try-block": (params, inside, w) =>
    plain(
      params,
      ["try {", ...deep(inside), "} finally {", `  console.debug("${w.thing} ${w.pick(["done", "left"])}");`, "}"],
      w,
    ),
  loop: (params, inside, w) =>
    plain(
      params,
      [
        `for (const attempt of [${w.between(1, 4)}, ${w.between(5, 9)}]) {`,
        '  console.debug("attempt", attempt);',
        ...deep(inside),
        "}",
        "return null;",
      ],
      w,
    ),
};
