import { InvalidArgumentError } from "commander";
import { describe, expect, it } from "vitest";
import { parseOption, withOptions } from "../../src/cli/options.ts";
import { isLive, styleOf } from "../../src/cli/terminal.ts";
import { excluder } from "../../src/cli/wire.ts";
import { fillDefaults } from "../../src/config/defaults.ts";
import { readEnvironment } from "../../src/config/environment.ts";

describe("options", () => {
  it("go before the configuration, and leave alone what they do not say", () => {
    const config = fillDefaults({
      exclude: ["a"],
      fail_on: "error",
      model: { name: "openai:a" },
      budget: { usd: 1, tokens: 5 },
    });
    const both = withOptions(config, {
      sources: ["native"],
      model: ["openai:b"],
      budgetUsd: 2,
      exclude: ["b"],
      minSeverity: "warning",
    });
    expect(both).toMatchObject({
      sources: ["native"],
      failOn: "error",
      exclude: ["a", "b"],
      minSeverity: "warning",
      model: { chain: ["openai:b"] },
      budget: { run: { usd: 2, tokens: 5 } },
    });
    expect(withOptions(config, {})).toEqual(config);
  });

  it("are read strictly, with the nearest word and all that are allowed", () => {
    expect(parseOption.sources("native, model")).toEqual(["native", "model"]);
    expect(parseOption.usd("0.5")).toBe(0.5);
    expect(parseOption.more("b,c", ["a"])).toEqual(["a", "b", "c"]);
    expect(() => parseOption.sources("native,modle")).toThrow('Did you mean "model"? Allowed: native, codemod, model.');
    expect(() => parseOption.models("gpt-5")).toThrow(InvalidArgumentError);
    for (const parse of [parseOption.sources, parseOption.models, parseOption.more])
      for (const empty of ["", " , "]) expect(() => parse(empty)).toThrow("Name at least one.");
    for (const text of ["", "-1", "free", "NaN", "Infinity"])
      expect(() => parseOption.usd(text)).toThrow(InvalidArgumentError);
  });
});

describe("files to leave alone", () => {
  it("are globs, between commas that are not in braces, or folders with all that is in them", () => {
    const globs = parseOption.globs("vendor, ./gen/,src/{old,new}/*.py", ["*.lock"]);
    expect(globs).toEqual(["*.lock", "vendor", "./gen/", "src/{old,new}/*.py"]);
    const leftOut = excluder(globs);
    for (const path of ["a.lock", "vendor", "vendor/deep/.x.py", "gen/a.py", "src/new/a.py"])
      expect(leftOut(path), path).toBe(true);
    for (const path of ["a.py", "src/vendor/a.py", "vendored.py", "src/old/deep/a.py"])
      expect(leftOut(path), path).toBe(false);
    expect(parseOption.globs("")).toEqual([]);
    expect(excluder([])("a.py")).toBe(false);
  });
});

describe("what a stream can show", () => {
  const tty = { isTTY: true, columns: 90 };
  const style = (stream: object, variables: Record<string, string>, platform: NodeJS.Platform = "linux") =>
    styleOf(stream, readEnvironment(variables), platform);

  it("is colour on a terminal, unless told otherwise", () => {
    expect(style(tty, {}).colour).toBe(true);
    expect(style({}, {}).colour).toBe(false);
    expect(style(tty, { NO_COLOR: "1" }).colour).toBe(false);
    expect(style(tty, { TERM: "dumb" }).colour).toBe(false);
    expect(style({}, { FORCE_COLOR: "1", NO_COLOR: "1" }).colour).toBe(true);
  });

  it("is as wide as the terminal, within reason, and always the same elsewhere", () => {
    expect(style(tty, {}).columns).toBe(90);
    expect(style({ isTTY: true, columns: 500 }, {}).columns).toBe(120);
    expect(style({}, {}).columns).toBe(100);
    expect(style({ isTTY: true, columns: 0 }, {}).columns).toBe(100);
    expect(style({}, { COLUMNS: "60" }).columns).toBe(60);
  });

  it("is Unicode where the locale and the terminal can", () => {
    expect(style(tty, { LANG: "de_DE.UTF-8" }).unicode).toBe(true);
    expect(style(tty, { LANG: "de_DE.UTF-8", LC_ALL: "C" }).unicode).toBe(false);
    expect(style(tty, {}, "win32").unicode).toBe(false);
    expect(style(tty, { WT_SESSION: "x" }, "win32").unicode).toBe(true);
  });

  it("is live only where somebody looks", () => {
    expect(isLive(tty, readEnvironment({}))).toBe(true);
    expect(isLive(tty, readEnvironment({ CI: "1" }))).toBe(false);
    expect(isLive({}, readEnvironment({}))).toBe(false);
  });
});
