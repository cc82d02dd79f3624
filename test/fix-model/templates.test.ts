import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPromptFiles } from "../../src/adapters/system/prompt-files.ts";
import { parsePromptSet } from "../../src/fix/model/prompt-set.ts";
import { fill, type PromptFile } from "../../src/fix/model/template.ts";
import { PROMPTS_FOLDER, shippedPrompts } from "./support.ts";

async function changed(path: string, change: (text: string) => string): Promise<PromptFile[]> {
  const files = await readPromptFiles(PROMPTS_FOLDER);
  expect(files.map((file) => file.path)).toContain(path);
  return files.map((file) => (file.path === path ? { path, text: change(file.text) } : file));
}

test("the shipped prompts are complete and named with their versions", async () => {
  const set = await shippedPrompts();
  expect(set.versions).toEqual(
    expect.arrayContaining(["repair.batch@1", "repair.single@1", "repair.v1-baseline@1", "reply-in-text@1", "ruff@1"]),
  );
  expect(set.sha256).toMatch(/^[0-9a-f]{12}$/);
  expect(set.repair.batch.sha256).toMatch(/^[0-9a-f]{12}$/);
});

test("a slot that does not exist is refused with its name", async () => {
  const files = await changed("repair.batch.v1.md", (text) => text.replace("{{code}}", "{{code}}\n{{weather}}"));
  expect(() => parsePromptSet(files)).toThrow(/repair\.batch\.v1\.md.*unknown slot \{\{weather\}\}/);
});

test("a slot that is missing is refused with its name", async () => {
  const files = await changed("repair.single.v1.md", (text) => text.replace("{{findings}}", ""));
  expect(() => parsePromptSet(files)).toThrow(/repair\.single\.v1\.md.*lacks the slot \{\{findings\}\}/);
});

test("a file whose name does not fit its front matter is refused", async () => {
  const files = await changed("repair.batch.v1.md", (text) => text.replace("version: 1", "version: 2"));
  expect(() => parsePromptSet(files)).toThrow(/repair\.batch\.v2\.md/);
});

test("an unknown section is refused", async () => {
  const files = await changed("repair.batch.v1.md", (text) => `${text}\n# afterthought\n\nText.\n`);
  expect(() => parsePromptSet(files)).toThrow(/unknown section "afterthought"/);
});

test.each([
  ["no front matter", (text: string) => text.replace(/^---[\s\S]*?---\n/, ""), /no front matter/],
  [
    "text before the first heading",
    (text: string) => text.replace("# system", "Hello.\n\n# system"),
    /text before its first heading/,
  ],
  [
    "a strategy that nobody asks for",
    (text: string) => text.replace("strategy: batch", "strategy: magic"),
    /strategy: batch/,
  ],
])("%s is refused", async (_, change, message) => {
  const files = await changed("repair.batch.v1.md", change);
  expect(() => parsePromptSet(files)).toThrow(message);
});

test("of two versions the newer is used, unless the older is pinned", async () => {
  const files = await readPromptFiles(PROMPTS_FOLDER);
  const old = files.find((file) => file.path === "repair.batch.v1.md");
  const all = [
    ...files,
    {
      path: "repair.batch.v2.md",
      text: (old?.text ?? "").replace("version: 1", "version: 2").replace("You fix", "You mend"),
    },
  ];
  expect(parsePromptSet(all).repair.batch.version).toBe(2);
  const pinned = parsePromptSet(all, new Map([["repair.batch", 1]]));
  expect(pinned.repair.batch.version).toBe(1);
  expect(pinned.sha256).toBe(parsePromptSet(files).sha256);
  expect(parsePromptSet(all).sha256).not.toBe(pinned.sha256);
  expect(() => parsePromptSet(all, new Map([["repair.batch", 9]]))).toThrow(/no version 9/);
});

test("a checkout with CRLF line ends holds the same prompts", async () => {
  const files = await readPromptFiles(PROMPTS_FOLDER);
  const windows = files.map(({ path, text }) => ({ path, text: text.replaceAll("\n", "\r\n") }));
  expect(parsePromptSet(windows)).toMatchObject({ sha256: parsePromptSet(files).sha256 });
});

test("values are not searched for slots, nor for the patterns of replace", () => {
  const filled = fill({ text: "a {{one}} b {{two}}" }, { one: "{{two}} $1 $&", two: "2" });
  expect(filled).toBe("a {{two}} $1 $& b 2");
});

test("an empty slot takes its blank line with it", () => {
  expect(fill({ text: "a\n\n{{one}}\n\nb" }, { one: "" })).toBe("a\n\nb");
});

test("a folder that is not there is named", async () => {
  const folder = await mkdtemp(join(tmpdir(), "patchpro-prompts-"));
  await rm(folder, { recursive: true });
  await expect(readPromptFiles(folder)).rejects.toMatchObject({
    code: "disk",
    message: expect.stringContaining(folder),
  });
});
