import assert from "node:assert/strict";
import { step } from "../src/keys.mjs";
assert.equal(step(5, "left"), 4);
assert.equal(step(5, "right"), 6);
