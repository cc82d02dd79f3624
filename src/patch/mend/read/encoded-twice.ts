/** A reply is encoded at most this often more than once. */
const MOST = 3;

/** A reply that is JSON inside a JSON string (in a fence or not), without the strings around it; every other reply as it is. */
export function decodedReply(reply: string): string {
  let text = reply;
  for (let depth = 0; depth < MOST; depth++) {
    const inner = stringIn(text);
    if (inner === undefined) break;
    text = inner;
  }
  return text !== reply && /^\s*[{[]/.test(text) ? text : reply;
}

function stringIn(text: string): string | undefined {
  const trimmed = text.trim();
  const bare = (/^```\w*[ \t]*\r?\n([\s\S]*)\n```$/.exec(trimmed)?.[1] ?? trimmed).trim();
  if (!bare.startsWith('"') || !bare.endsWith('"')) return undefined;
  try {
    const value: unknown = JSON.parse(bare);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a text holds the keys of a reply behind escaped quotes: JSON in a string that could not be read. */
export const mentionsEscapedKeys = (text: string): boolean =>
  /\\["'](?:edits|replacement|notFixed|unfixable)\\+["']\s*:/.test(text);
