import assert from "node:assert/strict";
import { freeze } from "../src/freeze.mjs";
const call = () => 1;
freeze(call);
assert.equal(Object.isFrozen(call), false);
assert.equal(Object.isFrozen(freeze({})), true);
