import assert from "node:assert/strict";
import { greetings } from "../src/timers.mjs";
assert.deepEqual(greetings(["ada", "alan"]).map((each) => each()), ["hello ada", "hello alan"]);
