import assert from "node:assert/strict";
import { requireEnv } from "../src/require-env.mjs";
assert.equal(requireEnv({ A: "1" }, "A"), "1");
assert.throws(() => requireEnv({}, "A"), Error);
