import assert from "node:assert/strict";
import { withVat } from "../src/prices.mjs";
assert.deepEqual(withVat([1, 2], 0.5), [1.5, 3]);
