/** What a block of a file shows: the rows of the table. */
export const KINDS = [
  "docstrings",
  "multi-line strings",
  "f-strings",
  "decorators",
  "multi-hunk",
  "several findings",
] as const;
export type Kind = (typeof KINDS)[number];

/** Lines that become other lines. `before` stands once in its file. */
export interface Hunk {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A piece of a file with findings, and the fix that closes them. */
export interface Block {
  readonly path: string;
  readonly kind: Kind;
  /** Ruff's codes, in the order of the lines. */
  readonly rules: readonly string[];
  readonly hunks: readonly Hunk[];
  /** A change elsewhere that the fix needs and that closes nothing by itself. */
  readonly needs?: Hunk;
}

export interface CorpusFile {
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The rules that the corpus is about; F and E9, so that a broken fix is seen. */
export const SELECT = [
  "D100",
  "D101",
  "D102",
  "D103",
  "D104",
  "D105",
  "D106",
  "D107",
  "S608",
  "G004",
  "B027",
  "ARG001",
  "E722",
  "B904",
  "E501",
  "F",
  "E9",
];

interface Piece {
  readonly kind: Kind;
  readonly rules: readonly string[];
  /** Lines; an array of two is a place that changes. */
  readonly lines: readonly (string | readonly [before: readonly string[], after: readonly string[]])[];
  readonly needs?: Hunk;
}

const ABC_IMPORT: Hunk = { before: ["from abc import ABC"], after: ["from abc import ABC, abstractmethod"] };

/** One of each kind, with names that are the only ones in their file. */
const PIECES: readonly ((n: string) => Piece)[] = [
  (n) => ({
    kind: "docstrings",
    rules: ["D103"],
    lines: [
      [[`def area_${n}(width, height):`], [`def area_${n}(width, height):`, '    """Return the area."""']],
      "    return width * height",
    ],
  }),
  (n) => ({
    kind: "docstrings",
    rules: ["D101", "D107", "D102", "D105"],
    lines: [
      [[`class Point${n}:`], [`class Point${n}:`, '    """A point."""']],
      [[`    def __init__(self, x${n}):`], [`    def __init__(self, x${n}):`, '        """Take the place."""']],
      `        self.x${n} = x${n}`,
      "",
      [
        [`    def moved_${n}(self, by):`],
        [`    def moved_${n}(self, by):`, '        """Return a point further on."""'],
      ],
      `        return Point${n}(self.x${n} + by)`,
      "",
      [[`    def __eq__(self, other${n}):`], [`    def __eq__(self, other${n}):`, '        """Compare by place."""']],
      `        return self.x${n} == other${n}.x${n}`,
    ],
  }),
  (n) => ({
    kind: "docstrings",
    rules: ["D106"],
    lines: [
      `class Form${n}:`,
      '    """A form."""',
      "",
      [[`    class Meta${n}:`], [`    class Meta${n}:`, '        """Settings of the form."""']],
      `        order_${n} = ("name",)`,
    ],
  }),
  (n) => ({
    kind: "multi-line strings",
    rules: ["S608"],
    lines: [
      `def find_${n}(conn, name):`,
      `    """Find rows of table ${n}."""`,
      [
        [
          '    return conn.execute(f"""',
          "        SELECT *",
          `        FROM table_${n}`,
          "        WHERE name = '{name}'",
          '    """)',
        ],
        [
          '    return conn.execute("""',
          "        SELECT *",
          `        FROM table_${n}`,
          "        WHERE name = ?",
          '    """, (name,))',
        ],
      ],
    ],
  }),
  (n) => ({
    kind: "multi-line strings",
    rules: ["E501"],
    lines: [
      `def help_${n}():`,
      `    """Return the help text of ${n}."""`,
      [
        [
          '    return """',
          `Usage of ${n}: give the name of the file that is to be read, and the name of the one that is written`,
          '"""',
        ],
        [
          '    return """',
          `Usage of ${n}: give the name of the file that is to be read, \\`,
          "and the name of the one that is written",
          '"""',
        ],
      ],
    ],
  }),
  (n) => ({
    kind: "f-strings",
    rules: ["G004"],
    lines: [
      `def report_${n}(name, count):`,
      `    """Report the count of ${n}."""`,
      [[`    log.info(f"{name} of ${n} has {count:d} rows")`], [`    log.info("%s of ${n} has %d rows", name, count)`]],
    ],
  }),
  (n) => ({
    kind: "f-strings",
    rules: ["S608"],
    lines: [
      `def drop_${n}(conn, key):`,
      `    """Drop a row of ${n}."""`,
      [
        [`    conn.execute(f"DELETE FROM t_${n} WHERE key = {key!r}")`],
        [`    conn.execute("DELETE FROM t_${n} WHERE key = ?", (key,))`],
      ],
    ],
  }),
  (n) => ({
    kind: "decorators",
    rules: ["B027"],
    needs: ABC_IMPORT,
    lines: [
      `class Store${n}(ABC):`,
      `    """A store of ${n}."""`,
      "",
      [[`    def close_${n}(self):`], ["    @abstractmethod", `    def close_${n}(self):`]],
      `        """Close store ${n}."""`,
    ],
  }),
  (n) => ({
    kind: "decorators",
    rules: ["D102"],
    lines: [
      `class View${n}:`,
      `    """A view of ${n}."""`,
      "",
      "    @property",
      [[`    def title_${n}(self):`], [`    def title_${n}(self):`, '        """The title."""']],
      `        return "${n}"`,
    ],
  }),
  (n) => ({
    kind: "multi-hunk",
    rules: ["ARG001"],
    lines: [
      [[`def _price_${n}(amount, spare_${n}):`], [`def _price_${n}(amount):`]],
      "    return amount * 2",
      "",
      "",
      `def total_${n}(amounts):`,
      `    """Return the total of ${n}."""`,
      [
        [`    return sum(_price_${n}(amount, spare_${n}=None) for amount in amounts)`],
        [`    return sum(_price_${n}(amount) for amount in amounts)`],
      ],
    ],
  }),
  (n) => ({
    kind: "several findings",
    rules: ["E722", "B904"],
    lines: [
      `def parse_${n}(text):`,
      `    """Read number ${n}."""`,
      "    try:",
      [
        [`        return int(text, ${n})`, "    except:", `        raise ValueError("${n}: " + text)`],
        [
          `        return int(text, ${n})`,
          "    except TypeError as error:",
          `        raise ValueError("${n}: " + text) from error`,
        ],
      ],
    ],
  }),
];

const HEAD = ["import logging", "from abc import ABC", "", "log = logging.getLogger(__name__)", `BASE: type = ABC`];

/** Python files of which each holds every kind once: 17 findings a file, and two files of packages. */
export function makeCorpus(files: number): CorpusFile[] {
  const modules = Array.from({ length: files }, (_, at) => moduleFile(`pkg/module_${at}.py`, String(at + 10)));
  return [...modules, packageFile("pkg/__init__.py", ["# the package"]), packageFile("pkg/inner/__init__.py", [])];
}

function moduleFile(path: string, n: string): CorpusFile {
  const doc: Block = {
    path,
    kind: "docstrings",
    rules: ["D100"],
    hunks: [{ before: ["import logging"], after: ['"""A module."""', "", "import logging"] }],
  };
  const lines = [...HEAD];
  const blocks: Block[] = [doc];
  for (const piece of PIECES.map((make) => make(n))) {
    const hunks = piece.lines.flatMap((line) =>
      typeof line === "string" ? [] : [{ before: line[0], after: line[1] }],
    );
    lines.push("", "", ...piece.lines.flatMap((line) => (typeof line === "string" ? [line] : line[0])));
    const { kind, rules, needs } = piece;
    // Findings of one piece whose lines do not touch are fixed one by one.
    if (rules.length === hunks.length)
      blocks.push(
        ...rules.map((rule, at) => ({
          path,
          kind,
          rules: [rule],
          hunks: hunks.slice(at, at + 1),
          ...(needs && { needs }),
        })),
      );
    else blocks.push({ path, kind, rules, hunks, ...(needs && { needs }) });
  }
  return { path, text: `${lines.join("\n")}\n`, blocks };
}

function packageFile(path: string, lines: readonly string[]): CorpusFile {
  // The embedded Ruff does not know a file's name, and takes a package for a module: D100.
  const block: Block = {
    path,
    kind: "docstrings",
    rules: ["D104", "D100"],
    hunks: [{ before: lines, after: ['"""A package."""', ...lines] }],
  };
  return { path, text: lines.map((line) => `${line}\n`).join(""), blocks: [block] };
}
