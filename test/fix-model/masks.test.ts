import { beforeAll, describe, expect, test } from "vitest";
import { unmask } from "../../src/fix/model/mask.ts";
import { buildPrompt } from "../../src/fix/model/prompt.ts";
import type { PromptSet } from "../../src/fix/model/prompt-set.ts";
import type { RepairTask } from "../../src/fix/model/task.ts";
import { finding, numbered, shippedPrompts, task } from "./support.ts";

let prompts: PromptSet;
beforeAll(async () => {
  prompts = await shippedPrompts();
});

const built = (over: Partial<RepairTask>) => buildPrompt(task(over), prompts);
const TOKEN = ["ghp", "q7RtWz3KpXm9BvLs2YcHn5JdGf8TkPa4q7Rt"].join("_");
const PASSWORD = "hunter2";

test("no secret of the file leaves it, in whatever part of the prompt it is quoted", () => {
  const { user, system } = built({
    text: `TOKEN = "${TOKEN}"\nx = 1\n`,
    findings: [finding({ startLine: 1, message: `Hard-coded token ${TOKEN}` })],
    ruleDocs: new Map([["E722", { text: `such as ${TOKEN}` }]]),
    examples: [{ before: `t = "${TOKEN}"`, after: "t = 1", why: TOKEN }],
    rejection: {
      previous: `{"original": "TOKEN = \\"${TOKEN}\\""}`,
      check: "honest",
      reason: `${TOKEN} is still there`,
    },
  });
  expect(user).not.toContain(TOKEN);
  expect(system).not.toContain(TOKEN);
});

test("a placeholder is as long as its secret, and the model is told about it", () => {
  const { user, masks } = built({ text: `TOKEN = "${TOKEN}"\nx = 1\n`, findings: [finding({ startLine: 2 })] });
  expect(numbered(user).get(1)).toHaveLength(`TOKEN = "${TOKEN}"`.length);
  expect(user).toContain("Secrets in line 1 are hidden behind placeholders such as SECRET1_");
  expect(masks).toHaveLength(1);
});

test("a finding about a weak password hides it too, though nothing else would take it for a secret", () => {
  const text = `PASSWORD = "${PASSWORD}"\n`;
  const { user, masks } = built({
    text,
    findings: [
      finding({
        ruleId: "S105",
        startLine: 1,
        startColumn: 12,
        endColumn: 21,
        message: `Possible hardcoded password: "${PASSWORD}"`,
      }),
    ],
  });
  expect(user).not.toContain(PASSWORD);
  const reply = JSON.stringify({
    edits: [{ original: 'PASSWORD = "SECRET1_"', replacement: 'PASSWORD = os.environ["PASSWORD"]' }],
  });
  expect(unmask(reply, masks)).toBe(reply.replace("SECRET1_", PASSWORD));
});

test("what such rules flag without a secret being there is shown, so that the model can say so", () => {
  const { user } = built({
    text: 'TOKEN_URL = "https://example.org/token"\n',
    findings: [finding({ ruleId: "S105", startColumn: 13, endColumn: 40 })],
  });
  expect(user).toContain("https://example.org/token");
});

describe("unmask", () => {
  test("gives back what was hidden, for a whole file", () => {
    const text = `a = "${TOKEN}"\nb = ["${TOKEN}", "${TOKEN.slice(0, -2)}zz"]\n`;
    const { user, masks } = built({ text });
    const shown = [...numbered(user).values()].join("\n");
    expect(shown).not.toContain("ghp_");
    expect(unmask(shown, masks)).toBe(text.trimEnd());
  });

  test("knows a placeholder whose filling came back shorter or longer", () => {
    const masks = [{ placeholder: "SECRET1_xxxxxxxxxx", secret: "abc" }];
    expect(unmask("SECRET1_ SECRET1_xxx SECRET1_xxxxxxxxxxxxxxxx", masks)).toBe("abc abc abc");
    expect(unmask("SECRET2_xxx", masks)).toBe("SECRET2_xxx");
  });

  test("tells the first from the tenth", () => {
    const masks = Array.from({ length: 12 }, (_, at) => ({ placeholder: `SECRET${at + 1}_xx`, secret: `<${at + 1}>` }));
    expect(unmask("SECRET1_xx SECRET12_xx", masks)).toBe("<1> <12>");
  });

  test("changes nothing where nothing was hidden", () => {
    expect(unmask("SECRET1_", [])).toBe("SECRET1_");
  });
});

test("a file that already holds such words gets other placeholders", () => {
  const { masks } = built({ text: `a = "SECRET1_"\nb = "HIDDEN7_"\nTOKEN = "${TOKEN}"\n` });
  expect(masks.map(({ placeholder }) => placeholder.slice(0, 8))).toEqual(["MASKED1_"]);
});

test("a private key over several lines is hidden line by line, its quotes and line ends stay", () => {
  const key = [
    `-----BEGIN ${"PRIVATE"} KEY-----`,
    "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj",
    "AgEAAoIBAQC7VJTUt9Us8cKjMzEfYyjiWA4R4M2b",
    `-----END ${"PRIVATE"} KEY-----`,
  ];
  const { user, masks } = built({ text: `KEY = """${key.join("\r\n")}"""\r\nx = 1\r\n` });
  const shown = numbered(user);
  expect(shown.get(1)).toMatch(/^KEY = """SECRET1_x+$/);
  expect(shown.get(4)).toMatch(/^SECRET4_x+"""$/);
  expect(shown.get(5)).toBe("x = 1");
  expect(unmask([...shown.values()].join("\r\n"), masks)).toBe(`KEY = """${key.join("\r\n")}"""\r\nx = 1`);
});

test("secrets with quotes and backslashes come back into JSON as they must stand there", () => {
  const { user, masks } = built({ text: String.raw`password = 'Ab1"cd2\\ef3gh4'` });
  const shown = numbered(user).get(1) ?? "";
  expect(shown).not.toMatch(/Ab1|ef3gh4/);
  const reply = unmask(JSON.stringify({ original: shown }), masks);
  expect(JSON.parse(reply)).toEqual({ original: String.raw`password = 'Ab1"cd2\\ef3gh4'` });
});
