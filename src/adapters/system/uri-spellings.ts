/** One way to read what a report wrote as a path. `/` between parts, unless the backslashes may belong to the name. */
export interface Spelling {
  readonly path: string;
  readonly absolute: boolean;
  /** Written by or for Windows (a drive, backslashes): the case of its letters may differ from ours. */
  readonly windows: boolean;
}

/**
 * The readings of a URI or path, most literal first: as it stands (a file may really be called `a%20b.py`), then
 * percent-decoded (RFC 3986), then with Windows' backslashes as `/`. None if it is of another scheme or empty.
 */
export function spellings(uri: string): Spelling[] {
  const path = withoutFileScheme(uri);
  if (path === undefined || path === "" || path.includes("\0")) return [];
  const literal = [path, ...decoded(path)];
  const slashed = literal.filter((text) => text.includes("\\")).map((text) => text.replaceAll("\\", "/"));
  return [...new Set([...literal, ...slashed])]
    .filter((text) => !text.includes("\0"))
    .map((text) => spelling(text, slashed.length > 0));
}

function spelling(text: string, backslashes: boolean): Spelling {
  const path = text.replace(/^\/(?=[a-z]:[\\/])/i, "");
  const drive = /^[a-z]:[\\/]/i.test(path);
  const windows = drive || backslashes || path.startsWith("//");
  return { path, absolute: drive || /^[\\/]/.test(path), windows };
}

/** `file:///p`, `file://host/p` and `file:p` without their scheme; undefined for `http://…` and other schemes. */
function withoutFileScheme(uri: string): string | undefined {
  const file = /^file:(?:\/\/(?:localhost(?=\/))?)?(.*)$/is.exec(uri);
  if (file?.[1] !== undefined) {
    const [, rest] = file;
    // file://server/share is a Windows network path
    return /^file:\/\/[^/]/i.test(uri) && rest.length > 0 && !rest.startsWith("/") ? `//${rest}` : rest;
  }
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(uri) ? undefined : uri;
}

function decoded(path: string): string[] {
  if (!path.includes("%")) return [];
  try {
    return [decodeURIComponent(path)];
  } catch {
    return [];
  }
}
