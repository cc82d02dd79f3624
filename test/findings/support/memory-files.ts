import type { SourceReader } from "../../../src/findings/source-files.ts";

/**
 * A repository in memory whose root is `/repo`. Understands relative and absolute paths, `file:` URIs and percent signs,
 * as much as these tests need; `links` are symlinks that lead out of the repository.
 */
export function memoryFiles(files: Readonly<Record<string, string>>, links: readonly string[] = []): SourceReader {
  return {
    resolve(uri, base) {
      const plain = uri.startsWith("file://") ? decodeURIComponent(uri.replace(/^file:\/\/(?:localhost)?/, "")) : uri;
      const absolute = plain.startsWith("/") ? plain : `/repo/${base ? `${base}/` : ""}${plain}`;
      const parts: string[] = [];
      for (const part of absolute.split("/")) {
        if (part === "..") parts.pop();
        else if (part !== "" && part !== ".") parts.push(part);
      }
      const path = parts.slice(1).join("/");
      const inside = parts[0] === "repo" && !links.some((link) => path.startsWith(link));
      const decoded = Object.hasOwn(files, path) || !path.includes("%") ? path : decodeURIComponent(path);
      return Promise.resolve(inside ? decoded : undefined);
    },
    read(path) {
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      return Promise.resolve(text === undefined ? undefined : { text, encoding: "utf8" });
    },
  };
}
