import assert from "node:assert/strict";
import { excerpt } from "../src/trim.mjs";
assert.equal(excerpt("abcdef", 4), "abc…");
assert.equal(excerpt("abc", 4), "abc");
