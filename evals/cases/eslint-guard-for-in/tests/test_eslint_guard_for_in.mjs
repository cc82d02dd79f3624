import assert from "node:assert/strict";
import { defaults } from "../src/defaults.mjs";
assert.deepEqual(defaults({ a: 1 }, Object.create({ evil: 1 }, { b: { value: 2, enumerable: true } })), { a: 1, b: 2 });
