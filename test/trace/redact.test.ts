import { describe, expect, it } from "vitest";
import { redactor } from "../../src/trace/redact.ts";

const KEY = "hunter2-Fr4nkfurt-77aB";

describe("redactor", () => {
  const redact = redactor({
    values: [KEY, "abc"],
    variables: { DB_PASSWORD: "tr0ub4dor&3", PORT: "3000", DEBUG: "true", NAME: "customer", SESSION_KEY: "production" },
  });
  const text = (raw: string) => redact.text(raw).text;

  it.each([
    ["plain", KEY],
    ["in a header", `authorization: Bearer ${KEY}`],
    ["in an address", `https://x/?q=${encodeURIComponent(KEY)}`],
    ["in JSON", JSON.stringify({ k: KEY })],
    ["in base64", Buffer.from(KEY).toString("base64")],
    ["in base64 behind a user name", Buffer.from(`u:${KEY}`).toString("base64")],
    ["in base64 behind a longer one", Buffer.from(`us:${KEY}!`).toString("base64")],
    ["amid letters", `xx${KEY}yy`],
  ])("takes a known secret out %s", (_, raw) => {
    const redacted = redact.text(raw);
    expect(redacted.text).not.toContain(KEY);
    expect(redacted.text).toContain("[secret: ");
    expect(redacted.count).toBeGreaterThan(0);
  });

  it.each([
    ["an AWS key", "AKIAIOSFODNN7ABCDEFG"],
    ["a GitHub token", "ghp_16C7e42F292c6912E7710c838347Ae178B4a"],
    ["a connection string", "postgres://admin:s3cr3tPa55w0rd@db.internal/app"],
    [
      "a private key",
      `-----BEGIN RSA PRIVATE KEY-----\n${"MIIEpAIBAAKCAQEA7bq0".repeat(8)}\n-----END RSA PRIVATE KEY-----`,
    ],
    ["an assignment", 'password = "xK9#mPq2vL8n"'],
    ["a random string", '"Zx8Qw3Er7Ty1Ui5Op9As2Df6Gh4Jk0LzXcVb"'],
    ["the value of a .env file", "the password is tr0ub4dor&3"],
  ])("takes out %s", (_, raw) => {
    expect(redact.text(raw).count).toBeGreaterThan(0);
  });

  it("leaves ordinary values, hashes, ids and short secrets alone", () => {
    const raw = `abc 3000 true customer production ${"0123456789abcdef".repeat(4)} 01M81RH4C8F3685RKJPWERKF66 20261122-130501-3f9a1c`;
    expect(redact.text(raw)).toEqual({ text: raw, count: 0 });
  });

  it("makes texts well-formed and free of NUL", () => {
    expect(text("a\0b\ud800c")).toBe("a\ufffdb\ufffdc");
  });

  it("redacts names and values of data, keeps the fields that it is told to, and copies the rest", () => {
    const { data, count } = redact.data({ id: KEY, list: [{ [KEY]: KEY, n: 1, none: null }] }, new Set(["id"]));
    expect(data).toEqual({ id: KEY, list: [{ "[secret: known]": "[secret: known]", n: 1, none: null }] });
    expect(count).toBe(2);
  });
});
