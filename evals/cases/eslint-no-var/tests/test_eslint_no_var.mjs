import assert from "node:assert/strict";
import { parseQuery } from "../src/query.mjs";
assert.deepEqual(parseQuery("?a=1&b=%20"), { a: "1", b: " " });
