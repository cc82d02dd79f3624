import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeAtomic, writeExclusive } from "../../src/adapters/system/atomic-file.ts";
import { canMount, temporaryFolder, windows } from "./support.ts";

const MODULE = new URL("../../src/adapters/system/atomic-file.ts", import.meta.url).href;

describe("writing a file at once", () => {
  it("replaces the old bytes and leaves no other file", async () => {
    const folder = temporaryFolder();
    await writeAtomic(join(folder, "a"), "one");
    await writeAtomic(join(folder, "a"), Uint8Array.of(0, 255));
    expect([...readFileSync(join(folder, "a"))]).toEqual([0, 255]);
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  it("replaces a symlink instead of writing through it", async () => {
    const [folder, outside] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(outside, "x"), "kept");
    if (!windows) symlinkSync(join(outside, "x"), join(folder, "a"));
    await writeAtomic(join(folder, "a"), "new");
    expect([readFileSync(join(folder, "a"), "utf8"), readFileSync(join(outside, "x"), "utf8")]).toEqual([
      "new",
      "kept",
    ]);
  });

  it("says what to do when it cannot, and leaves nothing behind", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "taken", "full"), { recursive: true });
    for (const path of ["taken", "gone/a", "n".repeat(300)]) {
      await expect(writeAtomic(join(folder, path), "x")).rejects.toMatchObject({
        name: "PatchProError",
        code: "disk",
        hint: expect.stringMatching(/\w/),
      });
    }
    expect(readdirSync(folder)).toEqual(["taken"]);
  });

  it("works for the longest name that a disk allows", async () => {
    const folder = temporaryFolder();
    await writeAtomic(join(folder, "n".repeat(255)), "x");
    expect(readdirSync(folder)).toEqual(["n".repeat(255)]);
  });
});

describe("writing a new file", () => {
  it("never touches what is there already, a dangling symlink neither", async () => {
    const folder = temporaryFolder();
    expect(await writeExclusive(join(folder, "a"), "one")).toBe(true);
    expect(await writeExclusive(join(folder, "a"), "two")).toBe(false);
    expect(readFileSync(join(folder, "a"), "utf8")).toBe("one");
    symlinkSync(join(folder, "nowhere"), join(folder, "link"), "junction");
    expect(await writeExclusive(join(folder, "link"), "x")).toBe(false);
    await expect(writeExclusive(join(folder, "gone", "a"), "x")).rejects.toMatchObject({ code: "disk" });
    expect(readdirSync(folder).sort()).toEqual(["a", "link"]);
  });
});

describe.skipIf(!canMount)("on a disk of its own (needs Linux and the right to mount in a user namespace)", () => {
  const onDisk = (options: string, size: number) => {
    const script = `
      const { readdirSync } = await import("node:fs");
      const { writeAtomic, writeExclusive } = await import(${JSON.stringify(MODULE)});
      for (const write of [writeAtomic, writeExclusive])
        await write("/mnt/a", Buffer.alloc(${size})).then(() => console.log("written"), ({ code, hint }) => console.log(code, hint));
      console.log(JSON.stringify(readdirSync("/mnt")));`;
    const args = [
      "--user",
      "--map-root-user",
      "--mount",
      "sh",
      "-c",
      'mount -t tmpfs -o "$1" none /mnt && shift && exec "$@"',
      "sh",
      options,
      process.execPath,
      "--input-type=module",
      "-e",
      script,
    ];
    return spawnSync("unshare", args, { encoding: "utf8" }).stdout;
  };

  it("says so when the disk is full, and leaves nothing behind", () => {
    expect(onDisk("size=1m", 4 * 2 ** 20)).toMatch(/^disk Free some space.*\ndisk Free some space.*\n\[\]\n$/);
  });

  it("says so when the disk is read-only", () => {
    expect(onDisk("ro", 1)).toMatch(/^disk That disk is mounted read-only.*\ndisk .*\n\[\]\n$/);
  });
});
