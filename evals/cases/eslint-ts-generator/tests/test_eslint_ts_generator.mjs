import assert from "node:assert/strict";
import { lines } from "../src/lines.ts";
assert.deepEqual([...lines("a\nb\n\nc")], ["a", "b", "", "c"]);
