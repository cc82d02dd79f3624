import assert from "node:assert/strict";
import { get } from "../src/lookup.mjs";
assert.equal(get(JSON.parse('{"hasOwnProperty": 1, "a": 2}'), "a", 0), 2);
assert.equal(get(Object.create(null), "x", 5), 5);
