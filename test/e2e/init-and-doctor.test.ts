import { readdirSync } from "node:fs";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { openPlayground } from "../pipeline/toy/repair.ts";
import { patchpro, toyConfig } from "./support/cli.ts";

const playground = openPlayground();
afterAll(() => playground.remove());
afterEach(() => expect(readdirSync(playground.tmp), "no temporary files are left").toEqual([]));

describe("patchpro init", () => {
  it("writes a configuration that works at once, and does not write over it", async () => {
    playground.fill({ "a.py": "x = 1\n" });
    expect((await patchpro(playground, ["init"])).code).toBe(0);
    expect((await patchpro(playground, ["doctor"])).out).toMatch(/✓ configuration +\.patchpro\.toml\n/);
    expect((await patchpro(playground, ["run"])).code).toBe(0);
    expect(await patchpro(playground, ["init"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/is there already\nhint: /),
    });
    expect((await patchpro(playground, ["init", "--force"])).code).toBe(0);
  });

  it.each([
    ["pyproject.toml", "[tool.patchpro]\nfail_on = 'error'\n", "[tool.patchpro] in pyproject.toml"],
    ["package.json", '{ "patchpro": { "fail_on": "eror" } }', '"patchpro" in package.json'],
  ])("does not put a file in front of the configuration in %s", async (file, text, title) => {
    playground.fill({ "a.py": "x = 1\n", [file]: text });
    const { code, err } = await patchpro(playground, ["init"]);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining(`${title} is the configuration here\nhint: Edit it there`),
    ]);
    expect(readdirSync(playground.root)).not.toContain(".patchpro.toml");
    expect((await patchpro(playground, ["init", "--force"])).code).toBe(0);
  });
});

describe("patchpro doctor", () => {
  it("asks each analyzer about a file: one that refuses its own configuration is not fine", async () => {
    playground.fill({ "a.py": "x = 1\n", "toy.json": "{", ".patchpro.toml": toyConfig() });
    const { code, out } = await patchpro(playground, ["doctor"]);
    expect(code).toBe(3);
    expect(out).toMatch(/^✓ PatchPro .*\n✓ repository .*\n✗ toy +toy /);
    playground.fill({ "a.py": "x = 1\n", "toy.json": "[]", ".patchpro.toml": toyConfig() });
    expect(await patchpro(playground, ["doctor"])).toMatchObject({ code: 0, out: expect.stringMatching(/^✓ toy /m) });
  });

  it("lists the problems of a configuration one below the other, with the remedy of each", async () => {
    playground.fill({ ".patchpro.toml": "sorces = []\nunsafe = 1\n" });
    const { code, out } = await patchpro(playground, ["doctor"]);
    expect(code).toBe(2);
    expect(out).toMatch(/✗ configuration {2}2 problems in the configuration\n {17}\.patchpro\.toml:1:1 /);
    expect(out).toMatch(/^ {17}Did you mean `sources`\?/m);
    expect(out).not.toContain("..");
  });
});
