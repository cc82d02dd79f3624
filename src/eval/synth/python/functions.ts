import type { Words } from "../words/words.ts";
import type { Piece } from "./module.ts";

type Filler = (w: Words) => Piece;

/** A Python list of numbers. */
const list = (numbers: readonly number[]): string => `[${numbers.join(", ")}]`;
const numbersOf = (w: Words): number[] => Array.from({ length: w.between(3, 6) }, () => w.between(1, 90));

/** Clean functions about numbers and texts, each with what it gives for some arguments. */
export const FUNCTIONS: readonly Filler[] = [
  (w) => {
    const name = w.name(`total_${w.amount}`);
    const numbers = numbersOf(w);
    const base = w.between(0, 9);
    return {
      lines: [
        `def ${name}(${w.things}, base=${base}):`,
        `    """Add up the ${w.amount} of all ${w.things}.`,
        "",
        `    The ${w.second} is not looked at.`,
        '    """',
        "    total = base",
        `    for ${w.thing} in ${w.things}:`,
        `        total += ${w.thing}["${w.amount}"]`,
        "    return total",
      ],
      checks: [
        `assert subject.${name}([{"${w.amount}": value} for value in ${list(numbers)}]) == ${numbers.reduce((a, b) => a + b, base)}`,
      ],
    };
  },
  (w) => {
    const name = w.name(`${w.adjective}_${w.things}`);
    const limit = w.between(10, 60);
    const numbers = numbersOf(w);
    return {
      lines: [
        `def ${name}(${w.things}):`,
        `    """Leave out ${w.things} whose ${w.amount} is above ${limit}."""`,
        `    return [${w.thing} for ${w.thing} in ${w.things} if ${w.thing} <= ${limit}]`,
      ],
      checks: [`assert subject.${name}(${list(numbers)}) == ${list(numbers.filter((one) => one <= limit))}`],
    };
  },
  (w) => {
    const name = w.name(`${w.things}_by_${w.label}`);
    return {
      lines: [
        `def ${name}(${w.things}):`,
        `    """Group ${w.things} by their ${w.label}."""`,
        "    groups = {}",
        `    for ${w.thing} in ${w.things}:`,
        `        groups.setdefault(${w.thing}["${w.label}"], []).append(${w.thing})`,
        "    return groups",
      ],
      checks: [
        `assert list(subject.${name}([{"${w.label}": "a"}, {"${w.label}": "b"}, {"${w.label}": "a"}])) == ["a", "b"]`,
      ],
    };
  },
  (w) => {
    const name = w.name(`parse_${w.thing}`);
    const separator = w.pick([";", "|", ",", ":"]);
    return {
      lines: [
        `def ${name}(line: str) -> tuple[str, int]:`,
        `    """Read the ${w.label} and the ${w.amount} of a ${w.thing} from a line."""`,
        `    ${w.label}, _, ${w.amount} = line.partition("${separator}")`,
        `    return ${w.label}.strip(), int(${w.amount} or ${w.between(0, 5)})`,
      ],
      checks: [`assert subject.${name}(" ${w.mark} ${separator}7") == ("${w.mark}", 7)`],
    };
  },
  (w) => {
    const name = w.name(`describe_${w.thing}`);
    return {
      lines: [
        `def ${name}(${w.label}: str, ${w.amount}: float) -> str:`,
        `    """Put a ${w.thing} into words."""`,
        `    return f"${w.adjective} ${w.thing} {${w.label}}: {${w.amount}:.${w.between(1, 3)}f}"`,
      ],
      checks: [`assert subject.${name}("x", 1).startswith("${w.adjective} ${w.thing} x: 1.")`],
    };
  },
  (w) => {
    const name = w.name(`average_${w.amount}`);
    const numbers = numbersOf(w);
    const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
    return {
      lines: [
        `def ${name}(values):`,
        `    """Give the mean ${w.amount}, and zero for no ${w.things} at all."""`,
        "    if not values:",
        "        return 0.0",
        "    return sum(values) / len(values)",
      ],
      checks: [
        `assert abs(subject.${name}(${list(numbers)}) - ${mean.toFixed(6)}) < 1e-4`,
        `assert subject.${name}([]) == 0`,
      ],
    };
  },
  (w) => {
    const name = w.name(`clamp_${w.amount}`);
    const low = w.between(0, 9);
    const high = w.between(20, 95);
    return {
      lines: [
        `def ${name}(${w.amount}: int, *, low: int = ${low}, high: int = ${high}) -> int:`,
        `    """Keep the ${w.amount} of a ${w.thing} between two limits."""`,
        `    return max(low, min(${w.amount}, high))`,
      ],
      checks: [`assert subject.${name}(${high + 50}) == ${high}`, `assert subject.${name}(-1) == ${low}`],
    };
  },
  (w) => {
    const name = w.name(`chunk_${w.things}`);
    const size = w.between(2, 4);
    return {
      lines: [
        `def ${name}(${w.things}, size=${size}):`,
        `    """Yield ${w.things} in groups of equal length."""`,
        `    for start in range(0, len(${w.things}), size):`,
        `        yield ${w.things}[start : start + size]`,
      ],
      checks: [`assert [len(part) for part in subject.${name}("abcdefgh", 3)] == [3, 3, 2]`],
    };
  },
  (w) => {
    const name = w.name(`flatten_${w.things}`);
    return {
      lines: [
        `def ${name}(tree):`,
        `    """Walk through nested lists of ${w.things}, depth first."""`,
        "    for node in tree:",
        "        if isinstance(node, list):",
        `            yield from ${name}(node)`,
        "        else:",
        "            yield node",
      ],
      checks: [`assert list(subject.${name}([1, [2, [3]], 4])) == [1, 2, 3, 4]`],
    };
  },
  (w) => {
    const name = w.name(`count_${w.label}`);
    return {
      uses: ["from collections import Counter"],
      lines: [
        `def ${name}(${w.things}):`,
        `    """Count how often every ${w.label} comes up."""`,
        `    return Counter(${w.thing}.lower() for ${w.thing} in ${w.things})`,
      ],
      checks: [`assert subject.${name}(["A", "a", "b"])["a"] == 2`],
    };
  },
  (w) => {
    const name = w.name(`rank_${w.things}`);
    return {
      uses: ["from operator import itemgetter"],
      lines: [
        `def ${name}(${w.things}, limit=${w.between(3, 9)}):`,
        `    """Sort ${w.things} by ${w.amount}, the largest first."""`,
        `    ranked = sorted(${w.things}, key=itemgetter("${w.amount}"), reverse=True)`,
        "    return ranked[:limit]",
      ],
      checks: [`assert subject.${name}([{"${w.amount}": 1}, {"${w.amount}": 5}])[0]["${w.amount}"] == 5`],
    };
  },
  (w) => {
    const name = w.name(`check_${w.thing}`);
    return {
      lines: [
        `def ${name}(${w.thing}: dict) -> dict:`,
        `    """Refuse a ${w.thing} without a ${w.label}."""`,
        `    if "${w.label}" not in ${w.thing}:`,
        `        raise ValueError("a ${w.thing} needs its ${w.label}")`,
        `    if ${w.thing}.get("${w.amount}", 0) < 0:`,
        `        raise ValueError("the ${w.amount} is negative")`,
        `    return ${w.thing}`,
      ],
      checks: [`assert subject.${name}({"${w.label}": "x"}) == {"${w.label}": "x"}`],
    };
  },
  (w) => {
    const name = w.name(`dump_${w.things}`);
    return {
      uses: ["import json"],
      lines: [
        `def ${name}(${w.things}, indent=${w.pick(["None", "1", "2"])}):`,
        `    """Write ${w.things} as JSON with sorted keys."""`,
        `    return json.dumps(${w.things}, sort_keys=True, indent=indent)`,
      ],
      checks: [`assert subject.${name}([], indent=None) == "[]"`],
    };
  },
  (w) => {
    const name = w.name(`slug_of_${w.thing}`);
    return {
      uses: ["import re"],
      lines: [
        `def ${name}(${w.label}: str) -> str:`,
        `    """Turn the ${w.label} of a ${w.thing} into a part of an address."""`,
        `    cleaned = re.sub(r"[^a-z0-9]+", "-", ${w.label}.lower())`,
        '    return cleaned.strip("-")',
      ],
      checks: [`assert subject.${name}("Big Thing!") == "big-thing"`],
    };
  },
  (w) => {
    const name = w.name(`${w.verb}_all`);
    return {
      uses: ["import asyncio"],
      lines: [
        `async def ${name}(${w.things}, worker):`,
        `    """Let a worker ${w.verb} every ${w.thing} at once."""`,
        `    return await asyncio.gather(*(worker(${w.thing}) for ${w.thing} in ${w.things}))`,
      ],
    };
  },
  (w) => {
    const name = w.name(`merge_${w.things}`);
    return {
      lines: [
        `def ${name}(first, *rest):`,
        `    """Merge several mappings of ${w.things}; later ones win."""`,
        "    merged = dict(first)",
        "    for mapping in rest:",
        "        merged.update(mapping)",
        "    return merged",
      ],
      checks: [`assert subject.${name}({"a": 1}, {"a": 2}, {"b": 3}) == {"a": 2, "b": 3}`],
    };
  },
  (w) => {
    const name = w.name(`${w.amount}_level`);
    const [low, high] = [w.between(5, 30), w.between(40, 90)];
    return {
      lines: [
        `def ${name}(${w.amount}):`,
        `    """Name the level of a ${w.amount}.`,
        "",
        `    Up to ${low} it is low, and above ${high} it is high.`,
        '    """',
        `    if ${w.amount} <= ${low}:`,
        '        return "low"',
        `    if ${w.amount} > ${high}:`,
        '        return "high"',
        `    return "${w.adjective}"`,
      ],
      checks: [`assert subject.${name}(${low}) == "low"`, `assert subject.${name}(${high}) == "${w.adjective}"`],
    };
  },
  (w) => {
    const name = w.name(`next_${w.thing}_date`);
    return {
      uses: ["import datetime"],
      lines: [
        `def ${name}(start: datetime.date, days: int = ${w.between(2, 30)}) -> datetime.date:`,
        `    """Say when the ${w.thing} is due again; never on a Sunday."""`,
        "    due = start + datetime.timedelta(days=days)",
        "    while due.weekday() == 6:",
        "        due += datetime.timedelta(days=1)",
        "    return due",
      ],
      checks: [`assert subject.${name}(subject.datetime.date(2024, 1, 1), 6).isoformat() == "2024-01-08"`],
    };
  },
];
