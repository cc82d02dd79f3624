import assert from "node:assert/strict";
import { attempt } from "../src/pin.mjs";
assert.equal(attempt({ pin: "0042", tries: 0 }, "0042").open, true);
assert.equal(attempt({ pin: "0042", tries: 0 }, 42).open, false);
assert.equal(attempt({ pin: "42", tries: 0 }, 42).open, false);
