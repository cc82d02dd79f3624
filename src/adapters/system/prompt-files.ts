import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { messageOf, PatchProError } from "../../domain/errors.ts";

/** A Markdown file below a folder; `path` is relative to it, `/` between parts. */
export interface MarkdownFile {
  readonly path: string;
  readonly text: string;
}

/**
 * The Markdown files of PatchPro's own prompts, in the order of their paths. `folder` is absolute: `prompts` beside
 * `package.json`, in a checkout as in the published package. Throws `PatchProError("disk")` if it cannot be read.
 */
export async function readPromptFiles(folder: string): Promise<MarkdownFile[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && entry.name.endsWith(".md") && entry.name !== "README.md")
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    return await Promise.all(
      files.map(async (file) => ({
        path: relative(folder, file).split(sep).join("/"),
        text: await readFile(file, "utf8"),
      })),
    );
  } catch (error) {
    throw new PatchProError(
      "disk",
      `The prompts cannot be read from ${folder}: ${messageOf(error)}`,
      "Install PatchPro again.",
      { cause: error },
    );
  }
}
