import type { Random } from "../../src/domain/statistics.ts";

const NOUNS =
  "order user invoice session payload token buffer cart ledger worker queue report price batch region tenant schema widget cache event".split(
    " ",
  );
const VERBS = "load save parse render fetch merge split build check apply send read close open sort filter".split(" ");
const FOLDERS = "src app core api lib services web jobs domain adapters".split(" ");

/** Names, paths, numbers and lines of code that differ from one failure to the next. */
export interface Words {
  readonly pick: <T>(from: readonly T[]) => T;
  readonly number: (below: number) => number;
  readonly name: () => string;
  readonly path: (endings?: readonly string[]) => string;
  readonly code: () => string;
}

export function wordsFrom(random: Random): Words {
  const number = (below: number): number => 1 + Math.floor(random() * below);
  const pick = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(random() * from.length)];
    if (one === undefined) throw new RangeError("Nothing to pick from");
    return one;
  };
  const name = (): string => {
    const [verb, noun] = [pick(VERBS), pick(NOUNS)];
    return pick([`${verb}_${noun}`, `${noun}_${number(40)}`, noun, `${verb}${noun[0]?.toUpperCase()}${noun.slice(1)}`]);
  };
  const path = (endings: readonly string[] = ["py", "py", "ts", "js"]): string =>
    `${pick(FOLDERS)}/${pick(NOUNS)}/${pick(VERBS)}_${pick(NOUNS)}${pick(["", `_${number(30)}`])}.${pick(endings)}`;
  const code = (): string =>
    pick([
      `    return ${name()}(${name()}, ${number(90)})`,
      `    ${name()} = ${name()}.get("${pick(NOUNS)}")`,
      `def ${name()}(self, ${name()}):`,
      `        if ${name()} is None:`,
      `import ${pick(NOUNS)}`,
      `    ${name()}: dict[str, int] = {}`,
    ]);
  return { pick, number, name, path, code };
}
