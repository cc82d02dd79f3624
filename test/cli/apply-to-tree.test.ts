import { expect, it } from "vitest";
import { applyToTree } from "../../src/cli/apply-to-tree.ts";

it("of many files that may not be written, the first are named, and how many more there are", async () => {
  const refused = Array.from({ length: 1200 }, (_, at) => ({ path: `f${at}.py`, reason: "is no longer there" }));
  const tree = { writeFiles: async () => ({ written: false as const, refused }) };
  const change = { path: "f0.py", before: "a", after: "b", encoding: "utf8" as const };
  await expect(applyToTree([change], tree)).rejects.toThrow(
    /^the patches were not applied: f0\.py is no longer there; (f\d\.py is no longer there; ){4}and 1,195 more files$/,
  );
});
