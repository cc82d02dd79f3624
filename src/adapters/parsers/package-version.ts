import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { z } from "zod";

const Manifest = z.object({ name: z.string(), version: z.string() });

/** The version of an installed package; many hide their manifest from `require`, so it is looked for above their entry. */
export function packageVersion(name: string): string {
  try {
    let folder = dirname(createRequire(import.meta.url).resolve(name));
    for (;;) {
      const manifest = manifestIn(folder);
      if (manifest?.name === name) return manifest.version;
      if (dirname(folder) === folder) return "of unknown version";
      folder = dirname(folder);
    }
  } catch {
    return "of unknown version";
  }
}

function manifestIn(folder: string): z.infer<typeof Manifest> | undefined {
  try {
    return Manifest.safeParse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))).data;
  } catch {
    return undefined;
  }
}
