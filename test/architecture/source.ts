import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync, Visitor } from "oxc-parser";

/** The folder `src`, absolute. */
export const SRC = path.resolve(import.meta.dirname, "../../src");

/** One module's reference to another, of whatever kind. */
export interface Reference {
  /** As written: `./x.ts`, `node:fs`, `zod`. */
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** `import "./x.ts"`: nothing is named, the module is run for what it does. */
  readonly bare: boolean;
}

export interface SourceFile {
  /** Relative to `src`, `/` between parts. */
  readonly name: string;
  readonly lines: number;
  readonly references: readonly Reference[];
  /** `process.exit`, `Date.now`, …: every `a.b` with two plain names, also as `a["b"]` and `const { b } = a`. */
  readonly members: ReadonlySet<string>;
  /** Lines where the type `any` is written. */
  readonly anyAt: readonly number[];
}

/** Every TypeScript file below `src`, read once. */
export function sourceFiles(): SourceFile[] {
  const names = readdirSync(SRC, { recursive: true, encoding: "utf8" }).map((name) => name.replaceAll(path.sep, "/"));
  return names
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => readSource(name, readFileSync(path.join(SRC, name), "utf8")));
}

/** What one file refers to and uses. Throws for a file that does not parse. */
export function readSource(name: string, text: string): SourceFile {
  const { program, module, errors } = parseSync(name, text);
  if (errors.length > 0) throw new Error(`${name} does not parse: ${errors[0]?.message}`);
  const references: Reference[] = [];
  const members = new Set<string>();
  const anyAt: number[] = [];

  for (const { moduleRequest, entries } of module.staticImports) {
    const bare = entries.length === 0;
    references.push({
      specifier: moduleRequest.value,
      typeOnly: !bare && entries.every((entry) => entry.isType),
      bare,
    });
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries)
      if (moduleRequest) references.push({ specifier: moduleRequest.value, typeOnly: isType, bare: false });
  }

  new Visitor({
    ImportExpression: ({ source }) =>
      void references.push(...textsIn(source, text).map((specifier) => ({ specifier, typeOnly: false, bare: false }))),
    TSImportType: ({ source }) => void references.push({ specifier: source.value, typeOnly: true, bare: false }),
    // new URL("./worker.ts", import.meta.url): a module that is loaded by its address
    NewExpression: ({ callee, arguments: [first, base] }) => {
      if (callee.type !== "Identifier" || callee.name !== "URL" || !first || !base) return;
      if (!text.slice(base.start, base.end).startsWith("import.meta")) return;
      const modules = textsIn(first, text).filter((one) => /^\..*\.[jt]s$/.test(one));
      references.push(
        ...modules.map((one) => ({ specifier: one.replace(/\.js$/, ".ts"), typeOnly: false, bare: false })),
      );
    },
    MemberExpression: ({ object, property }) => {
      if (object.type !== "Identifier") return;
      if (property.type === "Identifier") members.add(`${object.name}.${property.name}`);
      if (property.type === "Literal") members.add(`${object.name}.${property.value}`);
    },
    VariableDeclarator: ({ id, init }) => {
      if (id.type !== "ObjectPattern" || init?.type !== "Identifier") return;
      for (const property of id.properties) {
        if (property.type === "Property" && property.key.type === "Identifier")
          members.add(`${init.name}.${property.key.name}`);
      }
    },
    TSAnyKeyword: ({ start }) => void anyAt.push(text.slice(0, start).split("\n").length),
  }).visit(program);

  return { name, lines: text.trimEnd().split("\n").length, references, members, anyAt };
}

/** The string literals in a piece of code, whatever expression chooses between them. */
function textsIn({ start, end }: { readonly start: number; readonly end: number }, text: string): string[] {
  return Array.from(text.slice(start, end).matchAll(/(["'`])((?:(?!\1).)*)\1/g), ([, , inner = ""]) => inner);
}
