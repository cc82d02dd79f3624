import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../src/adapters/stores/open.ts";
import { storeContract } from "../contracts/store.ts";

storeContract("SQLite", async () => {
  const folder = await mkdtemp(join(tmpdir(), "patchpro-store-"));
  let count = 0;
  return {
    open: () => {
      count += 1;
      return openStore({ kind: "sqlite", file: join(folder, String(count), "traces.db") }, { now: Date.now });
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
});
