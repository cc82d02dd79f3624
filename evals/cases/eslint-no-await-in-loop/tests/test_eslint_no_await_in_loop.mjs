import assert from "node:assert/strict";
import { sizes } from "../src/sizes.mjs";
let running = 0, most = 0;
const head = async (url) => { most = Math.max(most, ++running); await null; running--; return url.length; };
assert.deepEqual(await sizes(["a", "bb"], head), { a: 1, bb: 2 });
assert.equal(most, 2);
