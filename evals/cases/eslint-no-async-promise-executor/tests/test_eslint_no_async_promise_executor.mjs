import assert from "node:assert/strict";
import { readAll } from "../src/read-all.mjs";
assert.equal(await readAll([async () => "a", async () => "b"]), "ab");
process.on("unhandledRejection", () => process.exit(9));
await assert.rejects(readAll([async () => { throw new Error("disk"); }]), /disk/);
