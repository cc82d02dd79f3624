import assert from "node:assert/strict";
import { greeting } from "../src/routes/profile.ts";
assert.equal(greeting({ body: { name: "Ada", age: 36 } }), "Ada is 36");
assert.throws(() => greeting({ body: { name: "Ada" } }));
