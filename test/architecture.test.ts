import path from "node:path";
import { describe, expect, it } from "vitest";
import { KEPT_TO, ROOMS, type Room, roomOf, WITHOUT_CLOCK } from "./architecture/rooms.ts";
import { type Reference, readSource, type SourceFile, sourceFiles } from "./architecture/source.ts";
import { readTests } from "./architecture/tests.ts";

const files = sourceFiles();

describe("the house", () => {
  it("has every source file in a room, and every arrow between rooms in the table", () => {
    expect(files.flatMap(wrongArrows)).toEqual([]);
  });

  it("names only rooms in its arrows, each once", () => {
    const paths = ROOMS.map((room) => room.path);
    expect(paths).toEqual([...new Set(paths)]);
    expect(
      ROOMS.flatMap(({ mayImport, typesOf = [] }) => [...mayImport, ...typesOf]).filter(
        (room) => !paths.includes(room),
      ),
    ).toEqual([]);
  });

  it("leads from no file back to itself", () => {
    expect(circle(files)).toBeUndefined();
  });

  it("keeps what reaches outside, and what ties us to a library, in its place", () => {
    const wrong = files.flatMap((file) =>
      file.references
        .filter(({ specifier, typeOnly }) => !typeOnly && !isKept(file.name, specifier))
        .map(({ specifier }) => `${file.name} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it("ends the process in cli/main.ts only, and reads the environment in config/ only", () => {
    expect(using("process.exit").filter((name) => name !== "cli/main.ts")).toEqual([]);
    expect(using("process.env").filter((name) => !name.startsWith("config/"))).toEqual([]);
  });

  it("asks for the time at its edges only", () => {
    const asking = ["Date.now", "performance.now", "Math.random"].flatMap((clock) =>
      using(clock).map((name) => `${name} uses ${clock}`),
    );
    expect(asking.filter((one) => WITHOUT_CLOCK.some((room) => one.startsWith(room)))).toEqual([]);
  });

  it("never says any", () => {
    expect(files.flatMap(({ name, anyAt }) => anyAt.map((line) => `${name}:${line}`))).toEqual([]);
  });

  it("has no file of more than 400 lines, and few that are long", () => {
    const lengths = files.map(({ lines }) => lines).toSorted((a, b) => a - b);
    expect(files.filter(({ lines }) => lines > 400).map(({ name, lines }) => `${name}: ${lines}`)).toEqual([]);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(80);
  });

  it("replaces no module in its tests: what is needed is passed in", () => {
    expect(
      readTests()
        .filter(({ text }) => /\bvi\s*\.\s*(?:do)?mock\(/i.test(text))
        .map(({ name }) => name),
    ).toEqual([]);
  });
});

describe("what the check sees", () => {
  const seen = (code: string): readonly Reference[] => readSource("cli/x.ts", code).references;

  it.each([
    ["a bare import", 'import "./a.ts";', { specifier: "./a.ts", typeOnly: false, bare: true }],
    ["an import of a type", 'import type { A } from "./a.ts";', { specifier: "./a.ts", typeOnly: true, bare: false }],
    [
      "a type among values",
      'import { type A, b } from "./a.ts";',
      { specifier: "./a.ts", typeOnly: false, bare: false },
    ],
    ["an export from elsewhere", 'export * from "./a.ts";', { specifier: "./a.ts", typeOnly: false, bare: false }],
    ["a dynamic import", 'await import("./a.ts");', { specifier: "./a.ts", typeOnly: false, bare: false }],
    ["a type by import()", 'type A = typeof import("./a.ts");', { specifier: "./a.ts", typeOnly: true, bare: false }],
    [
      "a module by its address",
      'new URL(x ? "./a.ts" : "./a.js", import.meta.url);',
      { specifier: "./a.ts", typeOnly: false, bare: false },
    ],
  ])("%s", (_what, code, reference) => {
    expect(seen(code)).toContainEqual(reference);
  });

  it.each(["process.env.HOME", 'process["env"]', "const { env } = process"])("the environment in %s", (code) => {
    expect([...readSource("x.ts", code).members]).toContain("process.env");
  });

  it("a wrong arrow, a bare import, values where only types may go, and a file without a room", () => {
    const wrong = (name: string, code: string): string[] => wrongArrows(readSource(name, code));
    expect(wrong("findings/a.ts", 'import { b } from "../verify/b.ts";')).toEqual([
      "findings/a.ts imports verify/b.ts: findings/ may not import verify/",
    ]);
    expect(wrong("findings/a.ts", 'import "./b.ts";')).toEqual(['findings/a.ts: import "./b.ts" names nothing']);
    expect(wrong("findings/a.ts", 'import { b } from "../ports/b.ts";')).toEqual([
      "findings/a.ts imports ports/b.ts: findings/ may import only types of ports/",
    ]);
    expect(wrong("attic/a.ts", "export {};")).toEqual(["attic/a.ts is in no room"]);
  });
});

function wrongArrows(file: SourceFile): string[] {
  const from = roomOf(file.name);
  if (!from) return [`${file.name} is in no room`];
  return file.references.flatMap((reference) => wrongArrow(file.name, from, reference) ?? []);
}

function wrongArrow(name: string, from: Room, { specifier, typeOnly, bare }: Reference): string | undefined {
  if (bare) return `${name}: import "${specifier}" names nothing`;
  if (!specifier.startsWith(".")) return undefined;
  const target = targetOf(name, specifier);
  const to = roomOf(target);
  if (!to) return `${name} imports ${target}, which is in no room`;
  if (to === from || from.mayImport.includes(to.path)) return undefined;
  if (!from.typesOf?.includes(to.path)) return `${name} imports ${target}: ${from.path} may not import ${to.path}`;
  return typeOnly ? undefined : `${name} imports ${target}: ${from.path} may import only types of ${to.path}`;
}

function targetOf(name: string, specifier: string): string {
  return path.posix.join(path.posix.dirname(name), specifier);
}

function isKept(name: string, specifier: string): boolean {
  const bare = specifier.replace(/^node:/, "");
  const rule = Object.entries(KEPT_TO).find(([module]) => {
    const plain = module.replace(/^node:/, "");
    return bare === plain || bare.startsWith(`${plain}/`);
  });
  return !rule || rule[1].some((room) => name.startsWith(room));
}

function using(member: string): string[] {
  return files.filter(({ members }) => members.has(member)).map(({ name }) => name);
}

/** The first circle of imports that happen when the program runs, as the names along it. */
function circle(sources: readonly SourceFile[]): string[] | undefined {
  const next = new Map(
    sources.map(({ name, references }) => [
      name,
      references
        .filter(({ specifier, typeOnly }) => specifier.startsWith(".") && !typeOnly)
        .map(({ specifier }) => targetOf(name, specifier)),
    ]),
  );
  const done = new Set<string>();
  const walk = (name: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const target of next.get(name) ?? []) {
      const found = walk(target, [...way, name]);
      if (found) return found;
    }
    done.add(name);
    return undefined;
  };
  for (const name of next.keys()) {
    const found = walk(name, []);
    if (found) return found;
  }
  return undefined;
}
