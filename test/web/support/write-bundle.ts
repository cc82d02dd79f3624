import { cp, mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RepairAnswer } from "../../../src/server/api.ts";
import { loaderOf } from "./fake-server.ts";

/** A folder as `patchpro ui --bundle` makes it; returns where it is. */
export async function writeBundle(built: string, repairs: readonly RepairAnswer[]): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "patchpro-bundle-"));
  await cp(built, folder, { recursive: true });
  const page = path.join(folder, "index.html");
  await writeFile(page, (await readFile(page, "utf8")).replace("<html", "<html data-bundle"));
  await mkdir(path.join(folder, "data"));
  const load = loaderOf(repairs, {
    readOnly: true,
    models: [],
    can: { label: false, correct: false, playground: false, live: false, work: false },
  });
  for (const name of ["index", "rows-0", "repairs-0"])
    await writeFile(
      path.join(folder, "data", `${name}.js`),
      `patchproData(${JSON.stringify(name)}, ${JSON.stringify(await load(name))});`,
    );
  return folder;
}
