import assert from "node:assert/strict";
import { mayDelete } from "../src/role.mjs";
const guest = { role: "guest" };
assert.equal(mayDelete(guest), false);
assert.equal(guest.role, "guest");
assert.equal(mayDelete({ role: "admin" }), true);
