import type { Words } from "../words/words.ts";
import type { Piece } from "./module.ts";

/** Clean classes and other things at the top of a module. */
export const CLASSES: readonly ((w: Words) => Piece)[] = [
  (w) => {
    const name = w.className(w.thing);
    const factor = w.between(2, 9);
    return {
      uses: ["from dataclasses import dataclass"],
      lines: [
        `@dataclass${w.pick(["", "(frozen=True)", "(slots=True)"])}`,
        `class ${name}:`,
        `    """One ${w.thing} of the ${w.domain} records."""`,
        "",
        `    ${w.label}: str`,
        `    ${w.amount}: float = ${w.between(0, 40)}.${w.between(1, 9)}`,
        `    ${w.mark}: str = "${w.adjective}"`,
        "",
        `    def scaled(self) -> float:`,
        `        """Give the ${w.amount} times ${factor}."""`,
        `        return self.${w.amount} * ${factor}`,
      ],
      checks: [`assert subject.${name}("x", 2.0).scaled() == ${2 * factor}`],
    };
  },
  (w) => {
    const name = w.className(`${w.thing}_${w.pick(["store", "shelf", "index", "pool"])}`);
    return {
      lines: [
        `class ${name}:`,
        `    """Holds ${w.things} by their ${w.label}."""`,
        "",
        "    def __init__(self):",
        `        self._${w.things} = {}`,
        "",
        "    def __len__(self):",
        `        return len(self._${w.things})`,
        "",
        `    def add(self, ${w.label}, ${w.thing}):`,
        `        """Keep a ${w.thing}; one of the same ${w.label} is replaced."""`,
        `        self._${w.things}[${w.label}] = ${w.thing}`,
        "",
        `    def find(self, ${w.label}, default=None):`,
        `        """Look a ${w.thing} up."""`,
        `        return self._${w.things}.get(${w.label}, default)`,
      ],
      checks: [`assert subject.${name}().find("nothing", 3) == 3`],
    };
  },
  (w) => {
    const name = w.className(`${w.thing}_${w.label}`);
    const members = w.some(["OPEN", "CLOSED", "HELD", "LOST", "READY", "SPLIT", "MOVED"], w.between(2, 4));
    return {
      uses: ["import enum"],
      lines: [
        `class ${name}(enum.Enum):`,
        `    """What the ${w.label} of a ${w.thing} can be."""`,
        "",
        ...members.map((member) => `    ${member} = "${member.toLowerCase()}"`),
      ],
      checks: [`assert len(list(subject.${name})) == ${members.length}`],
    };
  },
  (w) => {
    const name = w.className(`${w.pick(["missing", "broken", "unknown"])}_${w.thing}_error`);
    return {
      lines: [
        `class ${name}(Exception):`,
        `    """Raised when a ${w.thing} cannot be found or ${w.verb} fails."""`,
        "",
        `    def __init__(self, ${w.label}):`,
        `        super().__init__(f"no ${w.thing} {${w.label}}")`,
        `        self.${w.label} = ${w.label}`,
      ],
      checks: [`assert subject.${name}("x").${w.label} == "x"`],
    };
  },
  (w) => {
    const name = w.className(`${w.amount}_tracker`);
    const limit = w.between(50, 400);
    return {
      lines: [
        `class ${name}:`,
        `    """Follows the ${w.amount} of a ${w.thing} over time."""`,
        "",
        `    LIMIT = ${limit}`,
        "",
        "    def __init__(self, values=()):",
        "        self.values = list(values)",
        "",
        "    @property",
        "    def latest(self):",
        `        """The last ${w.amount}, or None before the first one."""`,
        "        return self.values[-1] if self.values else None",
        "",
        "    @classmethod",
        "    def of(cls, *values):",
        `        """Make a tracker that has seen some values of the ${w.amount}."""`,
        "        return cls(values)",
        "",
        "    def exceeded(self):",
        '        """Tell whether any value is above the limit."""',
        "        return any(value > self.LIMIT for value in self.values)",
      ],
      checks: [`assert subject.${name}.of(${limit + 1}).exceeded()`, `assert subject.${name}.of().latest is None`],
    };
  },
  (w) => {
    const name = w.name(`${w.adjective}_${w.thing}_scope`);
    return {
      uses: ["import contextlib"],
      lines: [
        "@contextlib.contextmanager",
        `def ${name}(registry, ${w.label}):`,
        `    """Register a ${w.thing} for the time of a block."""`,
        `    registry.append(${w.label})`,
        "    try:",
        "        yield registry",
        "    finally:",
        `        registry.remove(${w.label})`,
      ],
      checks: [`with subject.${name}([], "x") as _held: assert _held == ["x"]`],
    };
  },
  (w) => {
    const name = w.name(`${w.thing}_${w.amount}_limits`).toUpperCase();
    const entries = w.some(["north", "south", "east", "west", "centre", "harbour", "airport"], w.between(2, 5));
    return {
      lines: [`${name} = {`, ...entries.map((entry) => `    "${entry}": ${w.between(1, 900)},`), "}"],
      checks: [`assert len(subject.${name}) == ${entries.length}`],
    };
  },
  (w) => {
    const name = w.name(`cached_${w.amount}`);
    const start = w.between(1, 9);
    return {
      uses: ["import functools"],
      lines: [
        "@functools.cache",
        `def ${name}(steps: int) -> int:`,
        `    """Compute the ${w.amount} after some steps of growth."""`,
        "    if steps <= 0:",
        `        return ${start}`,
        `    return ${name}(steps - 1) + steps`,
      ],
      checks: [`assert subject.${name}(3) == ${start + 6}`],
    };
  },
];
