import assert from "node:assert/strict";
import { report } from "../src/report.mjs";
assert.deepEqual(await report(async () => [7, 8]), { count: 2, first: 7 });
