/** Removes secrets from a text that a person or a log will see. */
export type Redact = (text: string) => string;

const SHAPES: readonly RegExp[] = [
  /\b(?:sk|pk|rk|gsk|xai|hf|glpat|ghp|github_pat)[-_][\w*.-]{6,}/g,
  /\bAIza[\w-]{10,}/g,
  /\b(?:Bearer|Basic)\s+[\w.~+/=*-]{6,}/gi,
  /(?<=[?&](?:key|api[-_]?key|token|access_token|code|sig)=)[^&\s"']+/gi,
  /(?<=\/\/)[^/@\s]+:[^/@\s]+(?=@)/g,
];

/**
 * A redactor for the given secrets, in every spelling that a server may echo, and for whatever looks like a key.
 * Secrets shorter than four characters are left alone: they would blank ordinary words.
 */
export function redactor(secrets: readonly string[]): Redact {
  const spellings = secrets
    .filter((secret) => secret.length >= 4)
    .flatMap((secret) => [secret, encodeURIComponent(secret), Buffer.from(secret).toString("base64")])
    .sort((a, b) => b.length - a.length);
  return (text) => {
    const known = spellings.reduce((rest, secret) => rest.replaceAll(secret, "[secret]"), text);
    return SHAPES.reduce((rest, shape) => rest.replace(shape, "[secret]"), known);
  };
}

const LONGEST_SENTENCE = 300;

/** One line of at most 300 UTF-16 units, without control characters (a server's words reach terminals and CI logs). */
export function oneLine(text: string): string {
  const flat = text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, " ")
    .replace(/ {2,}/g, " ")
    .trim();
  return flat.length <= LONGEST_SENTENCE ? flat : `${flat.slice(0, LONGEST_SENTENCE - 1)}…`;
}
