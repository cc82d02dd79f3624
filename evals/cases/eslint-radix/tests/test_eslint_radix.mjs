import assert from "node:assert/strict";
import duration from "../src/duration.cjs";
assert.equal(duration.seconds("2:05"), 125);
