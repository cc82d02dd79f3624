const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13, '"': 34, "\\": 92 };

/** A path in C quotes, as git writes unusual names (quote.c): escapes are bytes of UTF-8. */
function unquoteC(quoted: string): string {
  const bytes: number[] = [];
  const body = quoted.slice(1, -1);
  for (let i = 0; i < body.length; i++) {
    const char = body[i] ?? "";
    if (char !== "\\") {
      bytes.push(...Buffer.from(char));
      continue;
    }
    const octal = /^[0-3][0-7]{2}/.exec(body.slice(i + 1, i + 4))?.[0];
    if (octal !== undefined) {
      bytes.push(Number.parseInt(octal, 8));
      i += 3;
    } else {
      i++;
      bytes.push(ESCAPES[body[i] ?? ""] ?? body.charCodeAt(i));
    }
  }
  return Buffer.from(bytes).toString("utf8");
}

const TIMESTAMP =
  /\s+(?:\d{4}-\d\d-\d\d[ T]\d\d:\d\d|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) ).*$/;

/** The path of a `---` or `+++` line without timestamp, quotes and `(original)` remarks; undefined for /dev/null. */
export function headerPath(rest: string): string | undefined {
  let path = rest.replace(/\r$/, "");
  const tab = path.indexOf("\t");
  if (path.startsWith('"')) {
    const close = /^"(?:[^"\\]|\\.)*"/.exec(path)?.[0];
    if (close !== undefined) path = unquoteC(close);
  } else {
    if (tab >= 0) path = path.slice(0, tab);
    path = path
      .replace(TIMESTAMP, "")
      .replace(/\s+\((?:original|modified|new|old|updated|fixed|before|after)\)\s*$/i, "");
  }
  path = path.trim();
  return /^(?:[ab]\/)?\/?dev\/null$/.test(path) || path === "nul" || path === "NUL" ? undefined : path;
}

/** Both paths of a `diff --git` line; undefined where they cannot be told apart. */
export function gitPaths(line: string): { readonly from: string; readonly to: string } | undefined {
  const rest = line.replace(/^diff --git\s+/, "");
  const quoted = /^("(?:[^"\\]|\\.)*"|\S+)\s+("(?:[^"\\]|\\.)*"|\S+)\s*$/.exec(rest);
  const plain = (path: string) => (path.startsWith('"') ? unquoteC(path) : path);
  if (quoted !== null) return { from: plain(quoted[1] ?? ""), to: plain(quoted[2] ?? "") };
  const half = (rest.length - 1) / 2;
  if (Number.isInteger(half) && rest[half] === " " && rest.slice(2, half) === rest.slice(half + 3))
    return { from: rest.slice(0, half), to: rest.slice(half + 1) };
  return undefined;
}
