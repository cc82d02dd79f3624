const LONGEST_SIGNATURE = 12;

/** Version of the rules below. Signatures made by others are not compared; what groups failures masks their messages again. */
export const MASKING_RULES = 1;

/** What is masked, in this order (traces.md, 7.2): what an earlier rule replaced, a later one no longer sees. */
const MASKS: readonly (readonly [pattern: RegExp, mask: string])[] = [
  [/@@ -\d[^\n]{0,60}?@@[^\n]*/g, " HUNK "],
  [/`[^`\n]*`|"(?:[^"\\\n]|\\.)*"|(?<!\w)'(?:[^'\\\n]|\\.)*'(?!\w)/g, " STR "],
  [/^(?: {4}|\t)\s*\S.*$/gm, " CODE "],
  [
    /(?<![\w/\\.-])(?:[A-Za-z]:)?[\w@.-]*(?:[\\/][\w@.-]+)+(?![\w/\\])|(?<![\w.-])[\w-]+\.(?:py|pyi|[cm]?[jt]sx?|json|toml|ya?ml|md|txt|java|go|rs|rb|c|h|cpp|cfg|ini|lock|diff|patch)\b/g,
    " PATH ",
  ],
  [/(?<![\w-])(?=[0-9a-f]*\d)[0-9a-f]{7,}(?![\w-])/gi, " HEX "],
  [
    /\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?|(?<![\w.])\d+(?:\.\d+)?\s?(?:ms|s|seconds?|minutes?|min|h|hours?)\b/g,
    " TIME ",
  ],
  [/(?<![\w.])[-+]?\d+(?:[.,:]\d+)*(?![\w])/g, " NUM "],
];

/**
 * A message with everything that differs between two sightings of one cause masked, cut to twelve tokens and led by
 * `stage:code`: `applies:APPLY_CONTEXT_MISMATCH line NUM does not match STR`. Linear in at most 4,000 UTF-16 units.
 */
export function signatureOf(stage: string, code: string | undefined, message: string): string {
  return [`${stage}:${code ?? "-"}`, ...maskedTokens(message).slice(0, LONGEST_SIGNATURE)].join(" ");
}

/** The words of a message and the masks between them, none twice in a row. Linear in at most 4,000 UTF-16 units. */
export function maskedTokens(message: string): string[] {
  let masked = message.slice(0, 4000);
  for (const [pattern, mask] of MASKS) masked = masked.replace(pattern, mask);
  return withoutRepeats(masked.split(/[^\p{L}\p{N}_]+/u).filter((token) => token !== ""));
}

/** `NUM NUM NUM` says no more than `NUM`. */
function withoutRepeats(tokens: readonly string[]): string[] {
  return tokens.filter((token, at) => token !== tokens[at - 1]);
}
