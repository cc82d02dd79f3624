import assert from "node:assert/strict";
import { isFree } from "../src/price.mjs";

assert.equal(isFree(0), true);
assert.equal(isFree(""), false);
