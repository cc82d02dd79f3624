import assert from "node:assert/strict";
import { withLock } from "../src/lock.mjs";
const lock = {};
assert.equal(withLock(lock, () => 5), 5);
assert.throws(() => withLock(lock, () => { throw new Error("no"); }));
assert.equal(lock.held, false);
