import { expect, test } from "vitest";
import { adviceBook } from "../../src/fix/model/rule-advice.ts";
import { parsePromptFile } from "../../src/fix/model/template.ts";
import { shippedPrompts } from "./support.ts";

const book = (...files: [string, string, string][]) =>
  adviceBook(
    files.map(([name, tools, body]) =>
      parsePromptFile({
        path: `rules/${name}.v1.md`,
        text: `---\nname: ${name}\nversion: 1\ntools: ${tools}\n---\n\n${body}`,
      }),
    ),
  );

test("an exact rule wins over a pattern, a longer pattern over a shorter one", () => {
  const { adviceFor } = book(["ruff", "ruff", "# D*\n\nAny D.\n\n# D1*\n\nD one.\n\n# D103, D104\n\nThis one.\n"]);
  expect(adviceFor("ruff", "D103")).toBe("This one.");
  expect(adviceFor("ruff", "D104")).toBe("This one.");
  expect(adviceFor("ruff", "D107")).toBe("D one.");
  expect(adviceFor("ruff", "D205")).toBe("Any D.");
  expect(adviceFor("ruff", "E501")).toBeUndefined();
});

test("advice belongs to the tools that it names", () => {
  const { adviceFor } = book(["ruff", "ruff", "# S101\n\nAsserts.\n"], ["any", "any", "# *sql*\n\nBind.\n"]);
  expect(adviceFor("sonar", "S101")).toBeUndefined();
  expect(adviceFor("semgrep", "python.lang.security.audit.sqli.SQL-format")).toBe("Bind.");
});

test("a dot in a rule is a dot", () => {
  const { adviceFor } = book(["any", "any", "# a.b\n\nX.\n"]);
  expect(adviceFor("semgrep", "a.b")).toBe("X.");
  expect(adviceFor("semgrep", "axb")).toBeUndefined();
});

test("a heading without a word about it is refused", () => {
  expect(() => book(["any", "any", "# x\n\n# y\n\nY.\n"])).toThrow(/"x" is empty/);
});

test.each([
  [
    "ruff",
    "RUF012 B008 UP035 F401 BLE001 PLE1205 UP031 DTZ001 SIM115 DTZ003 B018 LOG015 E722 SIM102 SIM117 DTZ005 TRY002 S110 TRY004 F821 PLR1704 EXE001 B017 PLR0133 TRY401",
  ],
  [
    "ruff",
    "ANN001 S101 D102 ANN201 D103 E501 D101 ANN202 PLR2004 D100 SLF001 D205 ARG002 D107 D401 FBT002 TRY003 PLC0415 ARG001 N801 N802 N806 F405 PTH123 B904 PLR0913 PTH118 G001 A002 C901",
  ],
  [
    "eslint",
    "eqeqeq require-await no-param-reassign consistent-return radix no-await-in-loop @typescript-eslint/no-explicit-any @typescript-eslint/no-unused-vars security/detect-object-injection",
  ],
  [
    "semgrep",
    "python.lang.security.audit.subprocess-shell-true.subprocess-shell-true javascript.express.security.audit.express-path-traversal generic.secrets.gitleaks.generic-api-key",
  ],
])("there is advice for what %s reports most and does not fix itself", async (tool, rules) => {
  const { advice } = await shippedPrompts();
  expect(rules.split(" ").filter((rule) => advice.adviceFor(tool, rule) === undefined)).toEqual([]);
});

test("no advice is longer than a short paragraph, and none suggests to silence", async () => {
  const { advice } = await shippedPrompts();
  for (const rule of advice.rules) {
    const text =
      advice.adviceFor("ruff", rule) ?? advice.adviceFor("eslint", rule) ?? advice.adviceFor("semgrep", rule) ?? "";
    expect(text.length, rule).toBeLessThan(520);
    expect(text, rule).not.toMatch(/noqa|eslint-disable|nosemgrep|type: ignore/);
  }
});
