import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFiles } from "../../src/adapters/system/page-files.ts";
import { aServer, aStore } from "./support.ts";

let folder = "";
let page = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "patchpro-page-"));
  page = join(folder, "dist-ui");
  mkdirSync(join(page, "assets"), { recursive: true });
  writeFileSync(join(page, "index.html"), "<!doctype html>");
  writeFileSync(join(page, "assets", "page-1.js"), "1;");
  writeFileSync(join(page, "assets", "100%.css"), "a{}");
  writeFileSync(join(folder, "secret.txt"), "secret");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the built page", () => {
  it.each([
    ["/", "text/html; charset=utf-8", "no-store"],
    ["/index.html", "text/html; charset=utf-8", "no-store"],
    ["/assets/page-1.js", "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"],
    ["/assets/100%25.css", "text/css; charset=utf-8", "public, max-age=31536000, immutable"],
  ])("%s is %s", async (path, type, cache) => {
    const { ask } = aServer(await aStore(), { page: openFiles(page) });
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("cache-control")).toBe(cache);
  });

  it.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/..%2Fsecret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/%252e%252e%252fsecret.txt",
    "/..%5csecret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/assets/../../secret.txt",
    "/assets//page-1.js",
    "/./assets%2f.%2fpage-1.js",
    "//etc/passwd",
    "/%2fetc/passwd",
    "/assets/page-1.js%00.html",
    "/assets",
    "/assets/",
    "/index.html/",
    "/INDEX.HTML",
    "/C:%5csecret.txt",
  ])("%s is not there", async (path) => {
    const { ask } = aServer(await aStore(), { page: openFiles(page) });
    const response = await ask(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain("secret\n");
  });

  it("follows no link out of its folder", async () => {
    try {
      symlinkSync(join(folder, "secret.txt"), join(page, "link.txt"));
    } catch {
      return; // Windows lets not everybody make links.
    }
    expect(await openFiles(page).read("link.txt")).toBeUndefined();
  });

  it("finds files that were built since it was opened, and misses those that went", async () => {
    const files = openFiles(page);
    expect(await files.read("new.js")).toBeUndefined();
    writeFileSync(join(page, "new.js"), "2;");
    expect(Buffer.from((await files.read("new.js")) ?? []).toString()).toBe("2;");
    rmSync(join(page, "new.js"));
    expect(await files.read("new.js")).toBeUndefined();
  });
});
