import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createRunFolder } from "../../src/adapters/system/run-folder.ts";
import { git, repository, temporaryFolder, write } from "./support.ts";

describe("a run's folder", () => {
  it("appears with all its files when it is finished, and git does not see it", () => {
    const root = repository();
    const folder = createRunFolder(root, "r1");
    folder.write("patches/1.diff", Uint8Array.of(0xe9));
    folder.write("report.json", "{}");
    expect(readdirSync(join(root, ".patchpro/runs"))).not.toContain("r1");
    folder.finish();
    expect(folder).toMatchObject({ path: join(root, ".patchpro", "runs", "r1"), shown: ".patchpro/runs/r1" });
    expect(readdirSync(folder.path).sort()).toEqual(["patches", "report.json"]);
    expect(readdirSync(join(root, ".patchpro/runs"))).toEqual(["r1"]);
    expect(git(root, "status", "--porcelain", "--untracked-files=all")).toBe("");
  });

  it("leaves nothing when it is discarded", () => {
    const root = repository();
    const folder = createRunFolder(root, "r1");
    folder.write("report.json", "{}");
    folder.discard();
    expect(readdirSync(join(root, ".patchpro/runs"))).toEqual([]);
  });

  it("does not touch a .gitignore that is there", () => {
    const root = repository({ ".patchpro/.gitignore": "runs/\n" });
    createRunFolder(root, "r1").finish();
    expect(readFileSync(join(root, ".patchpro/.gitignore"), "utf8")).toBe("runs/\n");
  });

  it.each([".patchpro", ".patchpro/runs"])("is refused where %s is a link or a file", (name) => {
    const [root, outside] = [repository(), temporaryFolder()];
    mkdirSync(join(root, name, ".."), { recursive: true });
    symlinkSync(outside, join(root, name), "junction");
    expect(() => createRunFolder(root, "r1")).toThrow(/link/);
    expect(readdirSync(outside)).toEqual([]);
    const other = repository();
    write(other, { [name]: "a file" });
    expect(() => createRunFolder(other, "r1")).toThrow(/no folder/);
  });
});
