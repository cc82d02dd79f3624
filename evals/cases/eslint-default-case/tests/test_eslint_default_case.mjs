import assert from "node:assert/strict";
import { colour } from "../src/status-colour.mjs";
assert.equal(colour("down"), "red");
assert.equal(colour("new"), "grey");
