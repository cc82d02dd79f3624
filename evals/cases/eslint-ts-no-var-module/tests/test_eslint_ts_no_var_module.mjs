import assert from "node:assert/strict";
import { ids } from "../src/ids.ts";
assert.equal(ids.next("a"), "a-1");
assert.equal(ids.next("a"), "a-2");
