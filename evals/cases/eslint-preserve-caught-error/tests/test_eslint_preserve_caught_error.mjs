import assert from "node:assert/strict";
import { fetchUser } from "../src/fetch-user.mjs";
const client = { get: async () => { throw new TypeError("net"); } };
await assert.rejects(fetchUser(client, 1), (error) => error.cause instanceof TypeError);
