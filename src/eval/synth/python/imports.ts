/** One imported name. */
interface Imported {
  readonly module: string;
  /** Undefined for `import module`. */
  readonly name?: string;
  readonly alias?: string;
}

/** Third-party packages that generated code may name. */
const THIRD_PARTY = new Set([
  "attrs",
  "click",
  "httpx",
  "numpy",
  "pandas",
  "pydantic",
  "requests",
  "rich",
  "sqlalchemy",
  "yaml",
]);
/** As long as Ruff lets an import be before it is wrapped. */
const WIDTH = 88;

/** Reads `import a`, `import a as b`, `from a import b` and `from a import b as c`, one name each. */
function importOf(line: string): Imported {
  const [, plain, plainAlias, module, name, alias] =
    /^(?:import (\S+)(?: as (\S+))?|from (\S+) import (\S+)(?: as (\S+))?)$/.exec(line) ?? [];
  if (plain !== undefined) return { module: plain, ...(plainAlias !== undefined && { alias: plainAlias }) };
  if (module === undefined || name === undefined) throw new Error(`not an import of one name: ${line}`);
  return { module, name, ...(alias !== undefined && { alias }) };
}

/** Whether an import works with nothing but Python itself. */
export function isStandard(line: string): boolean {
  return sectionOf(importOf(line).module) <= 1;
}

/** 0: `__future__`, 1: standard library, 2: third-party, 3: relative. */
function sectionOf(module: string): number {
  if (module === "__future__") return 0;
  if (module.startsWith(".")) return 3;
  return THIRD_PARTY.has(module.split(".")[0] ?? "") ? 2 : 1;
}

/** The lines of an import block, ordered as isort's defaults and Ruff's I001 want it. Doubles are named once. */
export function importBlock(lines: Iterable<string>): string[] {
  return importSections(lines).flatMap((section, at) => (at === 0 ? section : ["", ...section]));
}

/** The same, section by section. */
function importSections(lines: Iterable<string>): string[][] {
  const all = [...new Set(lines)].map(importOf);
  return [0, 1, 2, 3].flatMap((section) => {
    const own = all.filter(({ module }) => sectionOf(module) === section);
    return own.length === 0 ? [] : [sectionLines(own)];
  });
}

function sectionLines(imports: readonly Imported[]): string[] {
  const plain = imports
    .filter(({ name }) => name === undefined)
    .map(({ module, alias }) => `import ${module}${alias === undefined ? "" : ` as ${alias}`}`)
    .sort(byModule);
  const from = Map.groupBy(
    imports.filter(({ name }) => name !== undefined),
    ({ module }) => module,
  );
  const froms = [...from].sort(([a], [b]) => byName(a, b)).flatMap(([module, members]) => fromLines(module, members));
  return [...plain, ...froms];
}

/** `from … import …` of one module: names with an alias on lines of their own, before the others where they sort so. */
function fromLines(module: string, members: readonly Imported[]): string[] {
  const bare = members.filter(({ alias }) => alias === undefined).map(({ name }) => name ?? "");
  const aliased = members
    .filter(({ alias }) => alias !== undefined)
    .map(({ name, alias }) => ({ first: name ?? "", lines: [`from ${module} import ${name} as ${alias}`] }));
  const names = bare.sort(byMember);
  const [first] = names;
  const groups = [...aliased, ...(first === undefined ? [] : [{ first, lines: wrapped(module, names) }])];
  return groups.sort((a, b) => byMember(a.first, b.first)).flatMap(({ lines }) => lines);
}

/** One line, or a name a line in parentheses where it would be too long. */
function wrapped(module: string, names: readonly string[], width = WIDTH): string[] {
  const line = `from ${module} import ${names.join(", ")}`;
  if (line.length <= width) return [line];
  return [`from ${module} import (`, ...names.map((name) => `    ${name},`), ")"];
}

/** Constants, then classes, then the rest, each without regard to case. */
function byMember(a: string, b: string): number {
  return kindOf(a) - kindOf(b) || byName(a, b);
}

function kindOf(name: string): number {
  if (name.length > 1 && name === name.toUpperCase()) return 0;
  return /^[A-Z]/.test(name) ? 1 : 2;
}

function byModule(a: string, b: string): number {
  return byName(a.slice("import ".length), b.slice("import ".length));
}

function byName(a: string, b: string): number {
  const [low, high] = [a.toLowerCase(), b.toLowerCase()];
  if (low !== high) return low < high ? -1 : 1;
  return a < b ? -1 : Number(a > b);
}
