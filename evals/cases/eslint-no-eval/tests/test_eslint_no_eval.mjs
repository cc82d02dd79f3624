import assert from "node:assert/strict";
import { fill } from "../src/template.mjs";
assert.equal(fill("Hi {name}{x}", { name: "Ada" }), "Hi Ada{x}");
