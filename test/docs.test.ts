import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { commands, wordsOf } from "../scripts/docs/commands-page.ts";
import { configKeys } from "../scripts/docs/configuration-page.ts";
import { GENERATED_PAGES, PROJECT, readPage } from "../scripts/docs/pages.ts";
import { CONFIG_SOURCES } from "../src/config/files.ts";
import { CHECKS } from "../src/domain/check.ts";
import { EXIT } from "../src/domain/errors.ts";

const PAGES = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/commands.md", "docs/configuration.md"];

describe("the pages", () => {
  it.each(GENERATED_PAGES)("$file is what the code says (else: npm run docs)", ({ file, render }) => {
    const now = readPage(file);
    expect(now).toBe(render(now));
  });

  it.each(PAGES)("%s links to files that are there", (page) => {
    const links = Array.from(readPage(page).matchAll(/\]\((?!https?:)([^)#]+)/g), ([, target = ""]) => target);
    expect(links.filter((target) => !existsSync(path.join(PROJECT, path.dirname(page), target)))).toEqual([]);
  });

  it.each(["ARCHITECTURE.md", "CONTRIBUTING.md"])("%s names files that are there", (page) => {
    const named = Array.from(
      readPage(page).matchAll(/`((?:src|test|scripts|fixtures)\/[\w./-]+)`/g),
      ([, name = ""]) => name,
    );
    const own = named.filter((name) => !name.includes("py-right"));
    expect(own.filter((name) => !existsSync(path.join(PROJECT, name)))).toEqual([]);
  });

  it.each(["README.md", "CONTRIBUTING.md"])("%s names only commands and options that there are", (page) => {
    const known = new Map(
      commands().map((command) => [wordsOf(command), new Set(command.options.map(({ long }) => long))]),
    );
    const global = known.get("patchpro") ?? new Set();
    for (const [, words = ""] of readPage(page).matchAll(/npx patchpro ((?:[a-z]+ ?)+[^`\n#&|]*)/g)) {
      const [first = "", ...rest] = words.trim().split(/\s+/);
      const name = known.has(`patchpro ${first} ${rest[0]}`) ? `${first} ${rest[0]}` : first;
      const own = known.get(`patchpro ${name}`);
      expect(own, `patchpro ${name}`).toBeDefined();
      const options = rest.filter((word) => word.startsWith("--"));
      expect(options.filter((option) => !own?.has(option) && !global.has(option))).toEqual([]);
    }
  });
});

describe("docs/commands.md", () => {
  const page = readPage("docs/commands.md");

  it("has every command with all of its options, and an example for each command", () => {
    for (const command of commands()) {
      const section = page.split(`## ${wordsOf(command)}\n`)[1]?.split("\n## ")[0] ?? "";
      const missing = command.options.flatMap(({ long }) => long ?? []).filter((option) => !section.includes(option));
      expect({ command: wordsOf(command), missing }).toEqual({ command: wordsOf(command), missing: [] });
      expect(section, wordsOf(command)).toMatch(/Examples?:\n {2}\$ (?:npx )?patchpro|\| patchpro/);
    }
  });

  it("says what every exit code means", () => {
    const { interrupted: _signal, ...codes } = EXIT;
    for (const code of Object.values(codes)) expect(page).toMatch(new RegExp(`^ {2}${code} +\\S`, "m"));
  });
});

describe("docs/configuration.md", () => {
  const page = readPage("docs/configuration.md");

  it("has every key, each with what it is for", () => {
    const keys = configKeys();
    expect(keys.length).toBeGreaterThan(40);
    for (const { path: key, node } of keys) {
      expect(page, key).toContain(`| \`${key.slice(key.lastIndexOf(".") + 1)}\` |`);
      expect(node.description, key).toMatch(/\.$/);
    }
  });

  it("has every place that a configuration may stand in, and every check", () => {
    for (const { file } of CONFIG_SOURCES) expect(page).toContain(`\`${file}\``);
    for (const check of CHECKS) expect(page).toContain(`"${check}"`);
  });
});

describe("README.md", () => {
  it("has the two commands of a fresh machine, and no third", () => {
    const [first] = readPage("README.md").matchAll(/```sh\n([^`]*)```/g);
    expect(first?.[1]?.trim().split("\n")).toEqual([
      expect.stringMatching(/^npm ci && npx patchpro run --root examples\/\w+$/),
      "npm cit",
    ]);
  });

  it("fits a screen", () => {
    expect(readPage("README.md").split("\n").length).toBeLessThan(90);
  });
});
