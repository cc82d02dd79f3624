import { expect, it } from "vitest";
import { fillDefaults } from "../../src/config/defaults.ts";
import { configInput } from "../../src/config/input.ts";
import { checkRules } from "../../src/config/rules.ts";

const read = (written: object) => fillDefaults(configInput.parse(written));

it("judges nothing unless a judge is named, and requires its word if one is, unless `require` says otherwise", () => {
  expect(read({}).judge.model).toBeUndefined();
  expect(read({}).require).not.toContain("judged");
  expect(read({ judge: { model: "openai:gpt-5-mini" } }).require).toContain("judged");
  expect(read({ judge: { model: "openai:gpt-5-mini" }, require: ["clean"] }).require).not.toContain("judged");
});

it("refuses to require the word of a judge that is not named", () => {
  const complaints = checkRules(configInput.parse({ require: ["judged"] }));
  expect(complaints.map(({ key, message }) => [key, message])).toEqual([
    [["require", 0], "`require` names `judged`, but there is no judge"],
  ]);
  expect(checkRules(configInput.parse({ require: ["judged"], judge: { model: "a:b" } }))).toEqual([]);
});
