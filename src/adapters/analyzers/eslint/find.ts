import { readFile, realpath } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";

/** The repository's own ESLint. */
export interface FoundEslint {
  /** The module's entry, absolute, symbolic links resolved. */
  readonly entry: string;
  readonly version: string;
}

const manifest = z.object({ name: z.literal("eslint"), version: z.string() });

/** Finds ESLint as `import "eslint"` in the repository's root would; undefined if it is not installed. */
export async function findEslint(root: string): Promise<FoundEslint | undefined> {
  const require = createRequire(path.join(root, "package.json"));
  try {
    const entry = await realpath(require.resolve("eslint"));
    const { version } = manifest.parse(JSON.parse(await readFile(require.resolve("eslint/package.json"), "utf8")));
    return { entry, version };
  } catch {
    return undefined;
  }
}
