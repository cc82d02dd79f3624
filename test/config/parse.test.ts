import { describe, expect, it } from "vitest";
import { CONFIG_SOURCES } from "../../src/config/files.ts";
import { type ConfigSource, parseConfig } from "../../src/config/parse.ts";

const TOML: ConfigSource = { file: ".patchpro.toml", syntax: "toml", section: [] };

function configOf(text: string, source = TOML) {
  const parsed = parseConfig(source, text);
  if (parsed.kind !== "config") throw new Error(JSON.stringify(parsed));
  return parsed.config;
}

function problemsOf(text: string, source = TOML): string[] {
  const parsed = parseConfig(source, text);
  if (parsed.kind !== "invalid") throw new Error(JSON.stringify(parsed));
  return parsed.problems.map(({ line, column, message, remedy }) => `${line}:${column} ${message} | ${remedy}`);
}

describe("a configuration that is right", () => {
  it("may be empty: everything has a default", () => {
    const config = configOf("");
    expect(config.sources).toEqual(["native", "codemod", "model"]);
    expect(config.require).toEqual(["anchored", "applies", "scoped", "parses", "cleared", "clean", "honest"]);
    expect(config.failOn).toBe("never");
    expect(config.model.chain).toEqual([]);
    expect(config.budget.finding.attempts).toBe(3);
  });

  it("requires the tests as soon as there is a command for them", () => {
    expect(configOf('[tests]\ncommand = ["npm", "test"]').require).toContain("tests");
  });

  it("keeps `anchored` and `applies` among the required checks, in the ladder's order", () => {
    expect(configOf('require = ["clean", "cleared"]').require).toEqual(["anchored", "applies", "cleared", "clean"]);
  });

  it("turns seconds into milliseconds and snake_case into code's names", () => {
    const config = configOf("[model]\ntimeout_seconds = 1.5\n[budget.file]\nseconds = 2\n[scope]\nmax_files = 9");
    expect(config.model.timeoutMs).toBe(1500);
    expect(config.budget.file.ms).toBe(2000);
    expect(config.scope.maxFiles).toBe(9);
  });

  it("asks `name` first and then the chain, each model once", () => {
    expect(configOf('[model]\nname = "a:x"\nchain = ["a:x", "b:y"]').model.chain).toEqual(["a:x", "b:y"]);
  });

  it("reads custom analyzers besides the known ones", () => {
    const config = configOf(
      '[analyzers.ruff]\nselect = ["F"]\n[analyzers.bandit]\ncommand = ["bandit", "-f", "sarif"]\nformat = "sarif"\nfiles = ["**/*.py"]',
    );
    expect(config.analyzers.ruff.select).toEqual(["F"]);
    expect(config.analyzers.custom).toEqual([
      {
        name: "bandit",
        enabled: "auto",
        timeoutMs: 300_000,
        command: ["bandit", "-f", "sarif"],
        format: "sarif",
        files: ["**/*.py"],
      },
    ]);
  });

  it("reads what to do about single rules and what models cost", () => {
    const config = configOf(
      '[rules."F401"]\nprefer = "native"\n[rules.E501]\nnever = true\n[model.prices."openai:gpt-5"]\ninput = 1.25\noutput = 10',
    );
    expect(config.rules.get("F401")).toEqual({ prefer: "native" });
    expect(config.rules.get("E501")).toEqual({ never: true });
    expect(config.model.prices.get("openai:gpt-5")).toEqual({ input: 1.25, output: 10, cachedInput: undefined });
  });

  it("may stand in pyproject.toml and package.json, with or without a byte-order mark", () => {
    const [, pyproject, packageJson] = CONFIG_SOURCES;
    expect(configOf('[tool.black]\nx = 1\n[tool.patchpro]\nunsafe = "never"', pyproject).unsafe).toBe("never");
    expect(configOf('\uFEFF{"name": "x", "patchpro": {"unsafe": "always"}}', packageJson).unsafe).toBe("always");
    expect(parseConfig(TOML, "\uFEFF").kind).toBe("config");
    expect(pyproject && parseConfig(pyproject, "[tool.black]").kind).toBe("absent");
  });
});

describe("a configuration that is wrong", () => {
  it("gets all of its problems at once, each with its place and what is allowed", () => {
    const text = [
      'unsafe = "verfy"',
      "[scope]",
      "max_files = 0",
      'max_distance = "ten"',
      "[analyzer.ruff]",
      "[budget.finding]",
      "usd = -1",
      "",
    ].join("\n");
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(
        /^1:1 `unsafe` must be one of "verify", "never", "always", not "verfy" \| Did you mean "verify"\?/,
      ),
      expect.stringMatching(/^3:1 `scope.max_files` must be a whole number from 1 to \d+, not 0/),
      expect.stringMatching(/^4:1 `scope.max_distance` must be a whole number from 0 to \d+, not "ten"/),
      expect.stringMatching(/^5:2 unknown key `analyzer` \| Did you mean `analyzers`\? Allowed here: sources,/),
      expect.stringMatching(/^7:1 `budget.finding.usd` must be a number from 0/),
    ]);
  });

  it("hears the open end of a range", () => {
    expect(problemsOf("[tests]\ncommand = ['x']\ntimeout_seconds = 0")[0]).toMatch(
      /^3:1 `tests.timeout_seconds` must be a number above 0, up to \d+, not 0/,
    );
  });

  it("hears which section a key belongs to", () => {
    expect(problemsOf("max-files = 3")[0]).toContain("Did you mean `scope.max_files`?");
  });

  it("points into pyproject.toml and package.json at the key itself", () => {
    expect(problemsOf("[tool.patchpro.scope]\nmax_file = 1", CONFIG_SOURCES[1])[0]).toMatch(
      /^2:1 unknown key `scope.max_file` \| Did you mean `scope.max_files`/,
    );
    expect(problemsOf('{\n  "patchpro": { "sources": ["native", "modle"] }\n}', CONFIG_SOURCES[2])[0]).toMatch(
      /^2:39 `sources\[2\]` must be one of .* \| Did you mean "model"/,
    );
  });

  it("is told apart from a custom analyzer when a known one is misspelt", () => {
    expect(problemsOf('[analyzers.rufff]\nselect = ["F"]')).toEqual([
      "1:12 unknown analyzer `rufff` | Did you mean `analyzers.ruff`? Another analyzer needs `command` and `format`.",
    ]);
    expect(problemsOf('[analyzers.mypy]\ncommand = ["mypy"]')[0]).toMatch(
      /^1:12 `analyzers.mypy.format` is missing \| Write one of "sarif"/,
    );
  });

  it.each([
    ['api_key = "x"', "OPENAI_API_KEY"],
    ['[model]\napiKey = "x"', "PATCHPRO_API_KEY"],
    ['[model]\nanthropic_api_key = "x"', "ANTHROPIC_API_KEY"],
    ['[store]\npassword = "x"', "PATCHPRO_STORE_URL"],
    ['[store]\nurl = "postgres://ann:hunter2@host/db"', "PATCHPRO_STORE_URL"],
    ['[model]\nbase_url = "https://ann:hunter2@host/v1"', "PATCHPRO_API_KEY"],
  ])("never takes a secret from a file, and does not repeat it: %j", (text, variable) => {
    const [problem, ...others] = problemsOf(text);
    expect(others).toEqual([]);
    expect(problem).toContain("never read from a file");
    expect(problem).toContain(variable);
    expect(problem).not.toContain("hunter2");
  });

  it("hears about rules between keys although other keys are wrong too", () => {
    const problems = problemsOf(
      'require = ["tests"]\nnonsense = 1\n[analyzers.x]\nformat = "sarif"\n[rules.F401]\nprefer = "model"\nnever = "model"',
    );
    expect(problems.map((problem) => problem.slice(0, 3))).toEqual(["1:1", "2:1", "3:1", "6:1"]);
  });

  it("is located by line and column also when it is not TOML or JSON at all", () => {
    expect(parseConfig(TOML, "a = 1\nb = = 2")).toMatchObject({
      kind: "unreadable",
      isOurs: true,
      problem: { line: 2, column: 5 },
    });
    expect(
      parseConfig({ file: "package.json", syntax: "json", section: ["patchpro"] }, '{"patchpro": {},\n]'),
    ).toMatchObject({ kind: "unreadable", isOurs: true });
  });

  it("cannot reach prototypes through its keys", () => {
    expect(parseConfig(TOML, "[analyzers.__proto__]\nx = 1").kind).toBe("unreadable");
    const source: ConfigSource = { file: "package.json", syntax: "json", section: ["patchpro"] };
    expect(parseConfig(source, '{"patchpro": {"__proto__": {"unsafe": "always"}}}').kind).not.toBe("absent");
    expect(Object.hasOwn(Object.prototype, "unsafe")).toBe(false);
  });

  it("may be of any JSON type", () => {
    for (const value of ["1", "null", "[]", '"x"', "true"]) {
      expect(
        parseConfig({ file: "package.json", syntax: "json", section: ["patchpro"] }, `{"patchpro": ${value}}`).kind,
      ).toBe("invalid");
    }
  });
});
