import assert from "node:assert/strict";
import { RateWindow } from "../src/rate-window.ts";
const window = new RateWindow();
assert.equal(window.hit(100_000), 1);
assert.equal(window.hit(100_001), 2);
assert.equal(window.hit(200_000), 1);
