import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findSecrets, redactSecrets } from "../../src/domain/secret.ts";

const ALPHABET = "q7RtWz3KpXm9BvLs2YcHn5JdGf8TkPa4";
/** Looks like a key; put together here, so that scanners of this repository find none. */
const key = (length: number): string => {
  let state = 7;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return ALPHABET[(state >> 12) % ALPHABET.length];
  }).join("");
};
const hex = (length: number): string =>
  Array.from({ length }, (_, at) => "9f3b0c7d1e8a2645"[(at * 5 + (at >> 2)) % 16]).join("");
const jwt = ["ey" + "JhbGciOiJIUzI1NiJ9", "ey" + "JzdWIiOiJhbm5hIn0", key(43)].join(".");
const pem = (inner: string): string =>
  `-----BEGIN RSA ${"PRIVATE"} KEY-----\n${inner}\n-----END RSA ${"PRIVATE"} KEY-----`;

describe("finds", () => {
  test.each([
    ["an OpenAI key", `sk-${key(48)}`],
    ["an OpenAI project key", `sk-proj-${key(80)}`],
    ["an Anthropic key", `sk-ant-api03-${key(90)}`],
    ["a Google key", `AIza${key(35)}`],
    ["a GitHub token", `ghp_${key(36)}`],
    ["a fine-grained GitHub token", `github_pat_${key(22)}_${key(59)}`],
    ["a GitLab token", `glpat-${key(20)}`],
    ["a Slack token", `xoxb-${"123456789012"}-${key(24)}`],
    ["an AWS key id", `AKIA${"Q7RT2PLM4XKZ9W3B"}`],
    ["a Stripe key", `sk_live_${key(24)}`],
    ["an npm token", `npm_${key(36)}`],
    ["a PyPI token", `pypi-${key(80)}`],
    ["a JSON web token", jwt],
    ["a private key", pem(`${key(64)}\n${key(64)}`)],
    ["a random string", key(44)],
  ])("%s, wherever it stands", (_, secret) => {
    for (const text of [`x = "${secret}"`, `x: '${secret}'\ny: 1\n`, `KEY=${secret}`]) {
      expect(findSecrets(text).map(({ start, end }) => text.slice(start, end))).toEqual([secret]);
    }
  });

  test.each([
    [`PASSWORD = "Tr0ub4dor&3"`, "Tr0ub4dor&3"],
    [`login(user, password='p4ssW0rd!x')`, "p4ssW0rd!x"],
    [`settings["SECRET"] = "a1b2c3d4e5f6g7h8"`, "a1b2c3d4e5f6g7h8"],
    [`const token: string = "${key(16)}";`, key(16)],
    [`{"apiKey": "${key(20)}"}`, key(20)],
    [`client_secret: "${hex(32)}"`, hex(32)],
    ["DB_PASSWORD=s3cr3tPassw0rd\n", "s3cr3tPassw0rd"],
    ["db:\n  password: 9fK2mQ7xLp\n", "9fK2mQ7xLp"],
    ["postgres://app:h7Gk2pQ9@db.internal/app", "h7Gk2pQ9"],
    [`Authorization: Bearer ${key(40)}`, key(40)],
  ])("the value in %s", (text, secret) => {
    expect(findSecrets(text).map(({ start, end }) => text.slice(start, end))).toEqual([secret]);
  });
});

test.each([
  `PASSWORD = os.environ["PASSWORD"]`,
  `password = "password"`,
  `PASSWORD_FIELD = "id_password1"`,
  `TOKEN_TYPE = "Bearer"`,
  `TOKEN_URL = "https://example.org/oauth/token"`,
  `secret_name = "my-app/prod/db"`,
  `csrf_token = get_token(request)`,
  `token: string | undefined;`,
  `secret: Base64String`,
  `PASSWORD=changeme123`,
  `API_KEY = "your-api-key-2024"`,
  `AWS = "AKIAIOSFODNN7EXAMPLE"`,
  `sha256: "${hex(64)}"`,
  `commit = "${hex(40)}"`,
  `"integrity": "sha512-${key(86)}=="`,
  `id = "0b0e4a4c-6a54-4f0b-9a0e-1f3d2c5b7a99"`,
  `CHARS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"`,
  `from = "@typescript-eslint/no-unsafe-member-access2/dist/index"`,
  `tokenize("utf8string1")`,
  `url = "https://user:password@host/path"`,
  `css = ".sk-folding-cube-animation-delay-2-seconds"`,
])("is not alarmed by %s", (text) => {
  expect(findSecrets(text)).toEqual([]);
});

test("redacting leaves nothing to find and names what was there", () => {
  const { text, count } = redactSecrets(`a = "ghp_${key(36)}"\nb = 1\npassword = "Tr0ub4dor&3"\n`);
  expect(text).toBe('a = "[secret: github-token]"\nb = 1\npassword = "[secret: assignment]"\n');
  expect(count).toBe(2);
  expect(findSecrets(text)).toEqual([]);
});

test("spans are in order, do not overlap and lie in the text, for any text", () => {
  const pieces = fc.constantFrom(
    "password = ",
    '"',
    "'",
    "\n",
    "-----BEGIN PRIVATE KEY-----",
    `ghp_${key(36)}`,
    "Bearer ",
    jwt,
    key(40),
    "secret:",
    "://a:",
    "@h",
    "\\",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      let last = 0;
      for (const { start, end } of findSecrets(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
  );
});

test.each([
  "eyJ-",
  "password=",
  'password = "',
  "a://b:",
  '"secret',
  "sk-x ",
  "-----BEGIN PRIVATE KEY-----",
  "?key=aaaaaaaaaaaaaaaaaaaaaa",
  "Bearer aaaaaaaaaaaaaaaa",
  "-eyJ.",
  "token:",
])("a megabyte of %s is read in linear time: a quadratic search would run into the time limit of the test", (piece) => {
  expect(findSecrets(piece.repeat(Math.ceil(1_000_000 / piece.length)))).toBeInstanceOf(Array);
});
