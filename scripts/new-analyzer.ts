import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

/** `npm run new-analyzer NAME`: code, fixture and test of an analyzer that passes the contract of analyzers from its first minute. */

const TEMPLATES = path.join(import.meta.dirname, "templates", "analyzer");
const PLACES: Readonly<Record<string, (name: string) => string>> = {
  src: (name) => `src/adapters/analyzers/${name}`,
  test: () => "test/analyzers",
  fixtures: (name) => `fixtures/analyzers/${name}`,
};

const GOOD_NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** The files of a new analyzer: path below the project and text. */
function analyzerFiles(name: string): ReadonlyMap<string, string> {
  const title = name.replaceAll(/(?:^|-)([a-z0-9])/g, (_all, first: string) => first.toUpperCase());
  const filled = (text: string): string => text.replaceAll("__name__", name).replaceAll("__Name__", title);
  const files = new Map<string, string>();
  for (const [part, placeOf] of Object.entries(PLACES)) {
    for (const template of readdirSync(path.join(TEMPLATES, part))) {
      const file = `${placeOf(name)}/${filled(template.replace(/\.txt$/, ""))}`;
      files.set(file, filled(readFileSync(path.join(TEMPLATES, part, template), "utf8")));
    }
  }
  return files;
}

function main(name: string | undefined, project: string): number {
  if (name === undefined || name === "") {
    console.error("Usage: npm run new-analyzer NAME");
    return 2;
  }
  if (!GOOD_NAME.test(name)) {
    console.error(`"${name}" will not do: small letters, digits and single dashes, such as py-right.`);
    return 2;
  }
  const files = analyzerFiles(name);
  const inTheWay = [...files.keys()].filter((file) => existsSync(path.join(project, file)));
  if (inTheWay.length > 0) {
    console.error(`Nothing was written: ${inTheWay.join(", ")} is there already.`);
    return 2;
  }
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(project, file)), { recursive: true });
    writeFileSync(path.join(project, file), text);
    console.log(`made ${file}`);
  }
  console.log(
    `\nNow: npx vitest run test/analyzers/${name}.test.ts, then "Adding an analyzer" in CONTRIBUTING.md from step 2.`,
  );
  return 0;
}

process.exitCode = main(process.argv[2], process.argv[3] ?? path.dirname(import.meta.dirname));
