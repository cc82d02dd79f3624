import assert from "node:assert/strict";
import { parseAge } from "../src/parse-age.mjs";
assert.equal(parseAge("x"), undefined);
assert.equal(parseAge("36"), 36);
