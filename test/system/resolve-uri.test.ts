import { mkdirSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { locateRepository } from "../../src/adapters/system/repository.ts";
import { resolveUri } from "../../src/adapters/system/resolve-uri.ts";
import { repository, runner, temporaryFolder, windows, write } from "./support.ts";

async function resolver(folder: string) {
  const located = await locateRepository(folder, runner);
  return (uri: string, base?: string) => resolveUri(located, uri, base);
}

describe("a report's URI", () => {
  it("may be relative, absolute, file: or percent-encoded", async () => {
    const root = repository({ "src/a b.py": "", "src/ü.py": "" });
    const resolve = await resolver(root);
    for (const uri of [
      "src/a b.py",
      "./src/a b.py",
      "src/../src/a b.py",
      "src/a%20b.py",
      join(root, "src/a b.py"),
      pathToFileURL(join(root, "src/a b.py")).href,
      `file://localhost${pathToFileURL(join(root, "src/a b.py")).pathname}`,
    ]) {
      expect([uri, resolve(uri)]).toEqual([uri, "src/a b.py"]);
    }
    expect(resolve("src/%C3%BC.py")).toBe("src/ü.py");
    expect(resolve(root)).toBe(".");
    expect(resolve("src")).toBe("src");
  });

  it("means a file that is really called like an encoded name, if there is one", async () => {
    const resolve = await resolver(repository({ "a%20b.py": "", "a b.py": "", "100%.py": "" }));
    expect(resolve("a%20b.py")).toBe("a%20b.py");
    expect(resolve("a b.py")).toBe("a b.py");
    expect(resolve("100%.py")).toBe("100%.py");
  });

  it("may be of a file that is gone; its path is given all the same", async () => {
    const root = repository({ "src/a.py": "" });
    const resolve = await resolver(root);
    expect(resolve("src/gone.py")).toBe("src/gone.py");
    expect(resolve("not%20here/gone.py")).toBe("not here/gone.py");
    expect(resolve(join(root, "src/gone.py"))).toBe("src/gone.py");
    expect(resolve("gone.py", "src")).toBe("src/gone.py");
  });

  it("is tried from the base, the root and the git toplevel, in this order", async () => {
    const root = repository({ "a.py": "", "b.py": "", "web/a.py": "", "web/src/a.py": "", "web/src/c.py": "" });
    const resolve = await resolver(join(root, "web"));
    expect(resolve("a.py", "src")).toBe("src/a.py");
    expect(resolve("a.py")).toBe("a.py");
    expect(resolve("web/src/c.py")).toBe("src/c.py");
    expect(resolve("src/c.py", "src")).toBe("src/c.py");
    expect(resolve("../a.py", "src")).toBe("a.py");
    expect(resolve("b.py")).toBeUndefined();
  });

  it("outside the root is undefined, through a symlink too", async () => {
    const root = repository();
    const outside = temporaryFolder();
    write(outside, { "x.py": "" });
    symlinkSync(outside, join(root, "link"), "junction");
    const resolve = await resolver(root);
    for (const uri of [
      "../x.py",
      "../../../../../../../../etc/passwd",
      "/etc/passwd",
      "file:///etc/passwd",
      join(outside, "x.py"),
      "link/x.py",
      "link/gone.py",
      "%2e%2e/x.py",
      ".git/config",
      "",
      "a\0.py",
      "http://example.com/a.py",
      "vscode://a.py",
    ]) {
      expect([uri, resolve(uri)]).toEqual([uri, undefined]);
    }
  });

  it("through a symlink inside the repository names the real file", async () => {
    const root = repository({ "src/a.py": "" });
    symlinkSync(join(root, "src"), join(root, "alias"), "junction");
    const resolve = await resolver(root);
    expect(resolve("alias/a.py")).toBe("src/a.py");
    expect(resolve("alias/gone.py")).toBe("src/gone.py");
  });

  it("may name the root by a symlink to it (as /tmp is on macOS)", async () => {
    const root = repository({ "src/a.py": "" });
    const alias = join(temporaryFolder(), "alias");
    symlinkSync(root, alias, "junction");
    const resolve = await resolver(alias);
    expect(resolve(join(alias, "src/a.py"))).toBe("src/a.py");
    expect(resolve(join(alias, "src/gone.py"))).toBe("src/gone.py");
    expect(resolve(join(root, "src/gone.py"))).toBe("src/gone.py");
  });

  it("may have Windows' backslashes and another case; a name with a backslash of its own wins", async () => {
    const resolve = await resolver(
      repository({ "Src/Mod.py": "", "a/b.py": "", ...(windows ? {} : { "a\\b.py": "" }) }),
    );
    expect(resolve("Src\\Mod.py")).toBe("Src/Mod.py");
    expect(resolve("src\\mod.py")).toBe("Src/Mod.py");
    expect(resolve(".\\a\\b.py")).toBe("a/b.py");
    expect(resolve("a\\b.py")).toBe(windows ? "a/b.py" : "a\\b.py");
  });
});

describe("an absolute path of another machine", () => {
  it("means the longest end of it that exists here", async () => {
    const root = repository({ "src/pkg/a.py": "", "a.py": "", "setup.py": "" });
    const resolve = await resolver(root);
    expect(resolve("/somewhere/else/repo/src/pkg/a.py")).toBe("src/pkg/a.py");
    expect(resolve("file:///somewhere/else/repo/src/pkg/a.py")).toBe("src/pkg/a.py");
    expect(resolve("C:\\Users\\me\\repo\\Src\\pkg\\a.py")).toBe("src/pkg/a.py");
    expect(resolve("file:///C:/Users/me/repo/src/pkg/a.py")).toBe("src/pkg/a.py");
    expect(resolve("\\\\server\\share\\repo\\src\\pkg\\a.py")).toBe("src/pkg/a.py");
  });

  it("may be one name long only below a known checkout folder or one that is called like ours", async () => {
    const root = repository({ "setup.py": "" });
    const resolve = await resolver(root);
    expect(resolve("/somewhere/else/setup.py")).toBeUndefined();
    expect(resolve(`/somewhere/else/${basename(root)}/setup.py`)).toBe("setup.py");
    expect(resolve("/home/runner/work/repo/repo/setup.py")).toBe("setup.py");
    expect(resolve("/github/workspace/setup.py")).toBe("setup.py");
    expect(resolve("D:\\a\\repo\\repo\\setup.py")).toBe("setup.py");
  });

  it("is told apart in a repository with a folder called like itself", async () => {
    const resolve = await resolver(repository({ "requests/api.py": "", "api.py": "" }));
    expect(resolve("/home/runner/work/requests/requests/api.py")).toBe("api.py");
    expect(resolve("/home/runner/work/requests/requests/requests/api.py")).toBe("requests/api.py");
  });

  it("is nobody's when it is ambiguous, of an installed package, or of a folder that exists here", async () => {
    const root = repository({ "src/a.py": "", "web/src/a.py": "", "web/pkg/b.py": "" });
    const resolve = await resolver(join(root, "web"));
    expect(resolve("/somewhere/src/a.py")).toBeUndefined();
    expect(resolve("/usr/lib/python3/site-packages/pkg/b.py")).toBeUndefined();
    const elsewhere = temporaryFolder();
    mkdirSync(join(elsewhere, "pkg"));
    expect(resolve(join(elsewhere, "pkg/b.py"))).toBeUndefined();
    expect(resolve("/somewhere/else/web/pkg/b.py")).toBe("pkg/b.py");
  });
});
