import path from "node:path";
import { describe, expect, it } from "vitest";
import { type CommandSettings, createCommandAnalyzer } from "../../src/adapters/analyzers/command/command.ts";
import { fillCommand } from "../../src/adapters/analyzers/command/placeholders.ts";
import { PatchProError } from "../../src/domain/errors.ts";
import { readReports } from "../../src/findings/readers/detect.ts";
import { analyzerContract } from "../contracts/analyzer.ts";
import { here, runner, stageBeside, temporaryFolder, variantOf, workspaceAt } from "./support.ts";

const SCRIPT = path.join(here, "fixtures", "analyzers", "command", "no-todo.mjs");

function open(root: string, settings: Partial<CommandSettings> = {}, run = runner) {
  return createCommandAnalyzer({
    settings: {
      name: "no-todo",
      command: [process.execPath, SCRIPT],
      format: "sarif",
      extensions: [".txt"],
      ...settings,
    },
    workspace: workspaceAt(root),
    runner: run,
    read: readReports,
  });
}

analyzerContract({
  name: "a configured command",
  extension: ".txt",
  configuration: { "no-todo.toml": "" },
  dirty: { text: 'one\n\nx = "😀"; TODO\nfour\n', rule: "no-todo", flagged: "TODO" },
  clean: "nothing to do\n",
  runsPrograms: true,
  create: async ({ root, runner: run }) => open(root, {}, run),
});

describe("a configured command", () => {
  const report = (settings: Partial<CommandSettings>) =>
    open(temporaryFolder({ "a.txt": "TODO\n" }), settings).analyze([]);
  const program = (source: string): string[] => [process.execPath, "-e", source];
  const failure = async (settings: Partial<CommandSettings>): Promise<PatchProError> => {
    const error = await report(settings).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof PatchProError)) throw new Error(`not a PatchProError: ${error}`);
    expect(error.code).toBe("analyzer");
    return error;
  };

  it("is read whatever its exit code, if its report can be read", async () => {
    expect((await report({ command: [process.execPath, SCRIPT, "--exit", "3"] })).findings).toHaveLength(1);
  });

  it("may write its report to {output}, while standard output holds something else", async () => {
    const command = [process.execPath, SCRIPT, "--output={output}"];
    expect((await report({ command })).findings.map((finding) => finding.uri)).toEqual(["a.txt"]);
  });

  it("is given {paths}, each as a name and never as an option", () => {
    expect(fillCommand(["x", "{paths}", "-o", "{output}"], { output: "/r", paths: ["a b", "-c"] })).toEqual({
      file: "x",
      args: ["a b", "./-c", "-o", "/r"],
    });
    expect(fillCommand(["x", "{paths}"], { output: "", paths: [] }).args).toEqual(["."]);
  });

  it("that does not exist is named, with the key to mend", async () => {
    const error = await failure({ command: ["no-such-linter-anywhere", "."] });
    expect(error.message).toMatch(/no-todo was not found.*no-such-linter-anywhere/);
    expect(error.hint).toMatch(/analyzers\.no-todo/);
  });

  it("that crashes is told with its exit code and its last words", async () => {
    const error = await failure({
      command: program("console.error('first'); console.error('it broke'); process.exit(70)"),
    });
    expect(error.message).toMatch(/exit code 70.*it broke/);
  });

  it("that hangs is stopped and told", async () => {
    const error = await failure({ command: program("setInterval(() => {}, 1000)"), timeoutMs: 300 });
    expect(error.message).toMatch(/did not finish within 0\.3 s/);
    expect(error.hint).toMatch(/timeout/);
  });

  it("that writes no {output} is told", async () => {
    expect((await failure({ command: program("void '{output}'") })).message).toMatch(/wrote no report/);
  });

  it("that prints something else is told", async () => {
    expect((await failure({ command: program("console.log('All good!')") })).message).toMatch(/no report/);
  });

  it.each(["a%28b%29/%2Bp%40ge.txt", "/src/a(b)/+p@ge.txt", "file:a(b)/+p@ge.txt", "a(b)\\+p@ge.txt"])(
    "may name its files as %s: they are the same in the repository and where changed texts are staged",
    async (uri) => {
      const name = "a(b)/+p@ge.txt";
      const location = { physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } } };
      const log = JSON.stringify({
        version: "2.1.0",
        runs: [{ tool: { driver: { name: "x" } }, results: [{ ruleId: "r", locations: [location] }] }],
      });
      const root = temporaryFolder({ [name]: "TODO\n" });
      const analyzer = open(root, { command: program(`console.log(${JSON.stringify(log)})`) });
      expect((await analyzer.analyze(["a(b)"])).findings.map((finding) => finding.uri)).toEqual([name]);
      const staged = stageBeside(root, temporaryFolder(), [variantOf("v", { [name]: "TODO\nmore\n" })]);
      const [first] = await analyzer.analyzeVariants(staged, "sightings");
      expect(first?.report.findings.map((finding) => finding.uri)).toEqual([name]);
    },
  );

  it.each(["utf8", "utf16le"] as const)("may print a byte-order mark, in %s", async (encoding) => {
    const print = `Buffer.from(String.fromCharCode(0xfeff) + '{"version":"2.1.0","runs":[]}', "${encoding}")`;
    expect(await report({ command: program(`process.stdout.write(${print})`) })).toMatchObject({ findings: [] });
    const write = program(`require("node:fs").writeFileSync(process.argv[1], ${print})`);
    expect(await report({ command: [...write, "{output}"] })).toMatchObject({ findings: [] });
  });

  it("keeps what it finds in other files of the tree", async () => {
    const root = temporaryFolder();
    const staged = stageBeside(root, temporaryFolder(), [variantOf("v", { "a.txt": "x\n", "b.txt": "TODO\n" })]);
    const [first] = await open(root).analyzeVariants(staged, "sightings");
    expect(first?.report.findings.map((finding) => finding.uri)).toEqual(["b.txt"]);
  });
});
