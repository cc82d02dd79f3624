import assert from "node:assert/strict";
import { loadConfig } from "../src/load-config.mjs";
const said = [];
assert.deepEqual(loadConfig("/does/not/exist", (text) => said.push(text)), {});
assert.equal(said.length, 1);
