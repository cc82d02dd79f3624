import { describe, expect, it } from "vitest";
import { aServer, aStore, HOST, TOKEN } from "./support.ts";

const JSON_TYPE = { "content-type": "application/json" };
const label = JSON.stringify({ labels: [{ attemptId: "a", value: "good", rater: "Ada" }] });

describe("who may ask", () => {
  it.each(["127.0.0.1:4317", "localhost:1", "LOCALHOST", "[::1]:80"])("the page at %s", async (host) => {
    const { ask } = aServer(await aStore());
    expect((await ask("/api/config", { headers: { host, origin: `http://${host}` } })).status).toBe(200);
  });

  it.each([
    "evil.example",
    "127.0.0.1.evil.example",
    "evil.example:4317",
    "localhost.evil.example",
    "127.0.0.2",
    "0.0.0.0:4317",
    "[::]:4317",
    "169.254.169.254",
    "127.0.0.1@evil.example",
    "",
  ])("nobody who calls this computer %j", async (host) => {
    const { ask } = aServer(await aStore());
    for (const path of ["/", "/api/config", "/api/live", "/nothing"]) {
      const response = await ask(path, { headers: { host } });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ error: { code: "bad-host", hint: expect.any(String) } });
    }
  });

  it.each([
    "http://evil.example",
    "null",
    "https://127.0.0.1:4317",
    "http://127.0.0.1:9999",
    "http://localhost:4317",
    "http://127.0.0.1:4317.evil.example",
  ])("no page from %s", async (origin) => {
    const { ask } = aServer(await aStore());
    const read = await ask("/api/config", { headers: { origin } });
    const write = await ask("/api/labels", {
      method: "POST",
      headers: { origin, "x-patchpro-token": TOKEN, ...JSON_TYPE },
      body: label,
    });
    expect([read.status, write.status]).toEqual([403, 403]);
    expect(await write.json()).toMatchObject({ error: { code: "bad-origin" } });
  });

  it.each(["cross-site", "same-site"])(
    "no other page that a browser calls %s, but its links may lead here",
    async (site) => {
      const { ask } = aServer(await aStore());
      expect((await ask("/api/config", { headers: { "sec-fetch-site": site } })).status).toBe(403);
      expect((await ask("/", { headers: { "sec-fetch-site": site } })).status).toBe(200);
    },
  );

  it.each([undefined, "", "x", TOKEN.slice(1), `${TOKEN}t`, TOKEN.toUpperCase()])(
    "nothing is changed with the token %j",
    async (token) => {
      const { ask } = aServer(await aStore());
      const headers = { ...JSON_TYPE, ...(token !== undefined && { "x-patchpro-token": token }) };
      const paths = [
        "/api/labels",
        "/api/labels/x/undo",
        "/api/queue",
        "/api/queue/release",
        "/api/views",
        "/api/correct",
        "/api/playground",
      ];
      for (const path of paths) expect((await ask(path, { method: "POST", headers, body: "{}" })).status).toBe(401);
      expect((await ask("/api/views/x", { method: "DELETE", headers })).status).toBe(401);
      expect((await ask("/api/config", { method: "OPTIONS", headers })).status).toBe(401);
    },
  );

  it("from another computer, nothing without the token", async () => {
    const { ask } = aServer(await aStore(), { isLocal: () => false });
    for (const path of ["/", "/api/config", "/api/repairs"]) expect((await ask(path)).status).toBe(401);
    expect((await ask("/api/config", { headers: { "x-patchpro-token": TOKEN } })).status).toBe(200);
  });
});

describe("what may be sent", () => {
  const post = async (path: string, type: string | undefined, body: string) => {
    const { ask } = aServer(await aStore());
    return ask(path, {
      method: "POST",
      headers: { "x-patchpro-token": TOKEN, ...(type !== undefined && { "content-type": type }) },
      body,
    });
  };

  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    "text/json",
    "",
  ])("no body that calls itself %j", async (type) => {
    const response = await post("/api/labels", type, label);
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ error: { code: "not-json" } });
  });

  it("JSON with its character set", async () => {
    expect((await post("/api/queue/release", "application/json; charset=utf-8", '{"rater":"Ada"}')).status).toBe(200);
  });

  it.each(["", "{", "nothing", "[]", '{"rater":1}', '{"rater":"Ada","more":1}', '{"rater":" "}'])(
    "no body %j",
    async (body) => {
      const response = await post("/api/queue/release", "application/json", body);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        error: { code: "input", message: expect.any(String), hint: expect.any(String) },
      });
    },
  );

  it("at most 1 MB, and 10 MB for a correction", async () => {
    const ofLength = (bytes: number): string =>
      JSON.stringify({ attemptId: "a", files: { "a.py": "x".repeat(bytes) } });
    const MB = 1024 * 1024;
    expect((await post("/api/labels", "application/json", ofLength(MB))).status).toBe(413);
    expect((await post("/api/playground", "application/json", ofLength(2 * MB))).status).toBe(413);
    expect((await post("/api/correct", "application/json", ofLength(10 * MB))).status).toBe(413);
    // Read, and refused for another reason.
    expect((await post("/api/correct", "application/json", ofLength(9 * MB))).status).toBe(403);
  });
});

describe("what every answer says", () => {
  it.each(["/", "/assets/page-1.js", "/api/config", "/nothing", "/api/repairs/nothing"])(
    "%s: no inline script, no frame, no other type, no referrer",
    async (path) => {
      const { ask } = aServer(await aStore());
      const { headers } = await ask(path);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    },
  );

  it("also a refusal", async () => {
    const { ask } = aServer(await aStore());
    const { headers } = await ask("/", { headers: { host: "evil.example" } });
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("a bug is told to the terminal, and its stack to nobody else", async () => {
    const store = await aStore();
    const { ask, bugs } = aServer({ ...store, savedViews: () => Promise.reject(new TypeError("x is undefined")) });
    const response = await ask("/api/views");
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("guard.test");
    expect(bugs).toHaveLength(1);
  });

  it(`${HOST} with a path that is badly encoded is not found`, async () => {
    const { ask } = aServer(await aStore());
    expect((await ask("/%ff%zz")).status).toBe(404);
  });
});
