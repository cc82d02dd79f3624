/** A kind of secret that its own spelling gives away. */
export interface SecretShape {
  readonly kind: string;
  /** Global; the group `secret` is the secret where it is not the whole match. Runs in linear time on any text. */
  readonly pattern: RegExp;
  /** The match must also look random: its prefix alone is an ordinary word somewhere. */
  readonly random?: true;
}

/**
 * Spellings that services publish for their keys, and three that need no service: JSON web tokens, passwords in
 * addresses and authorization headers. Private keys span lines and have a function of their own (`secret.ts`).
 *
 * Every pattern starts with a literal and may not start inside the run of characters that it goes on to match, so
 * that no text makes it slow.
 */
export const SECRET_SHAPES: readonly SecretShape[] = [
  { kind: "anthropic-key", pattern: /(?<![\w-])sk-ant-[\w-]{16,300}/g },
  { kind: "openai-key", pattern: /(?<![\w-])sk-(?:proj|svcacct|admin|None|or-v1)-[\w-]{16,300}/g },
  { kind: "openai-key", pattern: /(?<![\w-])sk-[A-Za-z0-9_-]{20,300}/g, random: true },
  { kind: "google-key", pattern: /(?<![\w-])AIza[\w-]{35}(?![\w-])/g },
  { kind: "google-oauth", pattern: /(?<![\w-])(?:GOCSPX-[\w-]{24,40}|ya29\.[\w-]{20,1000})/g },
  { kind: "github-token", pattern: /(?<!\w)gh[pousr]_[A-Za-z0-9]{30,300}/g },
  { kind: "github-token", pattern: /(?<!\w)github_pat_\w{22,300}/g },
  { kind: "gitlab-token", pattern: /(?<![\w-])gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|oas|imt)-[\w-]{16,300}/g },
  { kind: "slack-token", pattern: /(?<![\w-])(?:xox[abeoprs]|xapp)-\d[\w-]{10,300}/g },
  {
    kind: "slack-webhook",
    pattern: /hooks\.slack\.com\/(?:services|workflows)\/(?<secret>[A-Z0-9]{6,20}\/[A-Z0-9]{6,20}\/\w{16,60})/g,
  },
  { kind: "discord-webhook", pattern: /discord(?:app)?\.com\/api\/webhooks\/(?<secret>\d{15,22}\/[\w-]{50,100})/g },
  { kind: "aws-key-id", pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/g },
  { kind: "stripe-key", pattern: /(?<!\w)(?:[rs]k_(?:live|test)|whsec)_[A-Za-z0-9+/=]{16,300}/g },
  { kind: "npm-token", pattern: /(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)/g },
  { kind: "pypi-token", pattern: /(?<![\w-])pypi-[\w-]{50,400}/g },
  { kind: "sendgrid-key", pattern: /(?<![\w.-])SG\.[\w-]{16,40}\.[\w-]{30,60}/g },
  { kind: "huggingface-token", pattern: /(?<!\w)hf_[A-Za-z0-9]{30,60}(?!\w)/g },
  { kind: "groq-key", pattern: /(?<!\w)gsk_[A-Za-z0-9]{40,80}(?!\w)/g },
  { kind: "xai-key", pattern: /(?<![\w-])xai-[A-Za-z0-9]{40,120}(?!\w)/g },
  { kind: "digitalocean-token", pattern: /(?<!\w)do[opr]_v1_[a-f0-9]{64}/g },
  { kind: "databricks-token", pattern: /(?<!\w)dapi[a-f0-9]{32}(?!\w)/g },
  { kind: "shopify-token", pattern: /(?<!\w)shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}(?!\w)/g },
  { kind: "telegram-token", pattern: /(?<!\w)\d{8,10}:AA[\w-]{33}(?![\w-])/g },
  { kind: "age-key", pattern: /AGE-SECRET-KEY-1[A-Z0-9]{58}/g },
  { kind: "azure-key", pattern: /(?:AccountKey|SharedAccessKey)=(?<secret>[A-Za-z0-9+/]{40,100}={0,2})/g },
  { kind: "jwt", pattern: /(?<![\w-])eyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{8,2000}/g },
  {
    kind: "address-password",
    pattern:
      /\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s/?#:@"'`<>{}()$%]{0,100}:(?<secret>[^\s/?#@"'`<>{}()$*]{3,200})@[\w.[-]/gi,
  },
  {
    kind: "address-key",
    pattern: /[?&](?:api[-_]?key|access[-_]?token|token|sig|secret|password)=(?<secret>[\w.~+%-]{16,300})/gi,
    random: true,
  },
  {
    kind: "bearer",
    pattern: /\b(?:Bearer|Basic|Token)\s{1,4}(?<secret>[A-Za-z0-9+/_.~-]{16,2000}={0,2})/g,
    random: true,
  },
];
