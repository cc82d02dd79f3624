import { fromDiff, indented, type Line } from "../lines.ts";
import type { Words } from "../words/words.ts";
import type { Piece } from "./module.ts";

/** The inside of a function with a place that changes. */
export interface Body {
  /** `name: type = default, …`; without `self`. */
  readonly params: string;
  /** As in `fromDiff`. */
  readonly diff: string;
  readonly uses?: readonly string[];
  readonly drops?: readonly string[];
  readonly gains?: readonly string[];
  readonly logs?: boolean;
  /** Arguments, and what the function gives for them, both as Python. */
  readonly calls?: readonly (readonly [args: string, result: string])[];
  /** What the docstring says after its verb. */
  readonly does?: string;
}

/** Where a violation stands. */
export const PYTHON_NESTINGS = [
  "function",
  "method",
  "static-method",
  "class-method",
  "nested-function",
  "async-function",
  "async-method",
  "decorated",
  "with-block",
  "try-block",
  "loop",
] as const;
export type PythonNesting = (typeof PYTHON_NESTINGS)[number];

interface Hosted extends Omit<Piece, "lines"> {
  readonly lines: readonly Line[];
  /** The expression that calls it, given its arguments. */
  readonly call: (args: string) => string;
}

/** A piece around a body: a function of some kind that the body is the inside of. */
export function hosted(body: Body, nesting: PythonNesting, w: Words): Piece {
  const { calls = [] } = body;
  const made = HOSTS[nesting](body, fromDiff(body.diff), w);
  const { call, ...piece } = made;
  return {
    ...piece,
    uses: [...(body.uses ?? []), ...(made.uses ?? [])],
    ...(body.drops && { drops: body.drops }),
    ...(body.gains && { gains: body.gains }),
    ...((body.logs || made.logs) && { logs: true }),
    checks: calls.map(([args, result]) => `assert ${call(args)} == ${result}`),
  };
}

type Host = (body: Body, inside: readonly Line[], w: Words) => Hosted;

const HOSTS: Readonly<Record<PythonNesting, Host>> = {
  function: (body, inside, w) => plain(body, inside, w),
  method: (body, inside, w) => inClass("", "self", "()", body, inside, w),
  "static-method": (body, inside, w) => inClass("@staticmethod", "", "", body, inside, w),
  "class-method": (body, inside, w) => inClass("@classmethod", "cls", "", body, inside, w),
  "nested-function": (body, inside, w) => {
    const inner = `${w.verb}_inner`;
    const nested = [
      `def ${inner}(${body.params}):`,
      ...indented(inside),
      "",
      `return ${inner}(${namesOf(body.params)})`,
    ];
    return plain(body, nested, w);
  },
  "async-function": (body, inside, w) => {
    const host = plain(body, inside, w);
    return {
      ...host,
      lines: host.lines.map((line, at) => (at === 0 ? `async ${String(line)}` : line)),
      call: (args) => `asyncio.run(${host.call(args)})`,
    };
  },
  "async-method": (body, inside, w) => {
    const host = inClass("", "self", "()", body, inside, w);
    return {
      ...host,
      lines: host.lines.map((line) => (line === `    ${host.signature}` ? `    async ${host.signature}` : line)),
      call: (args) => `asyncio.run(${host.call(args)})`,
    };
  },
  decorated: (body, inside, w) => {
    const decorator = w.name(`_${w.pick(["traced", "logged", "counted", "watched"])}`);
    const host = plain(body, inside, w);
    return {
      ...host,
      uses: ["import functools"],
      logs: true,
      lines: [
        `def ${decorator}(function):`,
        "    @functools.wraps(function)",
        "    def wrapper(*args, **kwargs):",
        `        logger.debug("${w.pick(["calling", "entering", "running"])} %s", function.__name__)`,
        "        return function(*args, **kwargs)",
        "",
        "    return wrapper",
        "",
        "",
        `@${decorator}`,
        ...host.lines,
      ],
    };
  },
  "with-block": (body, inside, w) => {
    const lock = w.name(`_${w.thing}_lock`);
    const host = plain(body, [`with ${lock}:`, ...indented(inside)], w);
    return { ...host, uses: ["import threading"], lines: [`${lock} = threading.RLock()`, "", "", ...host.lines] };
  },
  "try-block": (body, inside, w) => ({
    ...plain(
      body,
      [
        "try:",
        ...indented(inside),
        "finally:",
        `    logger.debug("${w.thing} ${w.pick(["done", "finished", "left"])}")`,
      ],
      w,
    ),
    logs: true,
  }),
  loop: (body, inside, w) => ({
    ...plain(
      body,
      [
        `for attempt in range(${w.between(1, 4)}):`,
        `    logger.debug("attempt %d", attempt)`,
        ...indented(inside),
        "return None",
      ],
      w,
    ),
    logs: true,
  }),
};

function plain(body: Body, inside: readonly Line[], w: Words): Hosted {
  const name = w.name(`${w.verb}_${w.thing}`);
  return {
    lines: [`def ${name}(${body.params}):`, `    """${docOf(body, w)}"""`, ...indented(inside)],
    call: (args) => `subject.${name}(${args})`,
  };
}

function inClass(
  decorator: string,
  self: string,
  instance: string,
  body: Body,
  inside: readonly Line[],
  w: Words,
): Hosted & { signature: string } {
  const owner = w.className(`${w.thing}_${w.pick(["service", "desk", "book", "registry", "planner", "report"])}`);
  const name = w.name(`${w.verb}_${w.other}`);
  const signature = `def ${name}(${[self, body.params].filter(Boolean).join(", ")}):`;
  return {
    signature,
    lines: [
      `class ${owner}:`,
      `    """${w.pick(["Keeps", "Handles", "Looks after", "Works on"])} ${w.adjective} ${w.things}."""`,
      "",
      `    ${w.pick(["kind", "topic", "section"])} = "${w.thing}"`,
      "",
      ...(decorator === "" ? [] : [`    ${decorator}`]),
      `    ${signature}`,
      `        """${docOf(body, w)}"""`,
      ...indented(indented(inside)),
    ],
    call: (args) => `subject.${owner}${instance}.${name}(${args})`,
  };
}

function docOf({ does }: Body, w: Words): string {
  if (does !== undefined) return does;
  return w.pick([
    `Decide about one ${w.adjective} ${w.thing}.`,
    `Work out the ${w.amount} of a ${w.thing}.`,
    `Look at the ${w.label} and answer for a ${w.thing}.`,
    `Handle a ${w.thing} whose ${w.second} is known.`,
    `Prepare ${w.adjective} ${w.things} for the ${w.other}.`,
  ]);
}

/** The names of parameters, to pass them on. */
function namesOf(params: string): string {
  return params
    .split(/,\s*(?![^[(]*[\])])/)
    .map((one) => /^\*{0,2}[\p{L}\p{N}_]+/u.exec(one)?.[0] ?? "")
    .filter((name) => name !== "" && name !== "*")
    .join(", ");
}
