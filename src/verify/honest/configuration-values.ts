import { parse } from "smol-toml";

/** A configuration file as flat settings: dotted key to every value under it, as text. */
export type Settings = ReadonlyMap<string, readonly string[]>;

/** Reads JSON (with comments), TOML or INI. Undefined for other formats and for what does not parse. */
export function settingsIn(path: string, text: string): Settings | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  try {
    if (/\.(?:json|jsonc|json5)$/.test(name)) return flatten(JSON.parse(withoutJsonComments(text)));
    if (/\.toml$/.test(name)) return flatten(parse(text));
    if (/\.(?:cfg|ini)$|^\.(?:flake8|pylintrc|coveragerc|bandit|isort\.cfg)$|^pylintrc$/.test(name))
      return iniSettings(text);
  } catch {
    return undefined;
  }
  return undefined;
}

/** JSON with `//` and block comments and trailing commas, as `tsconfig.json` allows; offsets and lines are kept. */
function withoutJsonComments(text: string): string {
  const bare = text
    .replace(/^\ufeff/, "")
    .replace(/"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (match) =>
      match[0] === '"' ? match : match.replace(/[^\n]/g, " "),
    );
  return bare.replace(/"(?:\\.|[^"\\\n])*"|,(?=\s*[}\]])/g, (match) => (match === "," ? " " : match));
}

function flatten(value: unknown, key = "", into = new Map<string, string[]>()): Map<string, string[]> {
  if (Array.isArray(value)) {
    if (!into.has(key)) into.set(key, []);
    for (const item of value) flatten(item, key, into);
  } else if (typeof value === "object" && value !== null && !(value instanceof Date)) {
    for (const [name, inner] of Object.entries(value)) flatten(inner, key === "" ? name : `${key}.${name}`, into);
  } else {
    into.set(key, [...(into.get(key) ?? []), String(value)]);
  }
  return into;
}

function iniSettings(text: string): Map<string, string[]> {
  const settings = new Map<string, string[]>();
  let section = "";
  let key = "";
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*(?:[#;]|$)/.test(line)) continue;
    const header = /^\[(.+)\]/.exec(line);
    const entry = /^([\w.-]+)\s*[=:]\s*(.*)$/.exec(line);
    if (header) section = header[1] ?? "";
    else if (entry && !/^\s/.test(line)) {
      key = `${section}.${entry[1]}`;
      settings.set(key, valuesIn(entry[2] ?? ""));
    } else settings.set(key, [...(settings.get(key) ?? []), ...valuesIn(line)]);
  }
  return settings;
}

function valuesIn(text: string): string[] {
  return text
    .replace(/\s[#;].*$/, "")
    .split(/[,\s]+/)
    .filter((value) => value !== "");
}
