import assert from "node:assert/strict";

import { roll } from "../unicode/dice.mjs";
assert.deepEqual(roll(6, () => 0), { value: 1, face: "𝟙" });
