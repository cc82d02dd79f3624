import assert from "node:assert/strict";
import { icons } from "../src/icons.mjs";
assert.equal(icons.user, "👤");
assert.equal(Object.keys(icons).length, 4);
