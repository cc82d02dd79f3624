import path from "node:path";
import picomatch from "picomatch";

/**
 * Whether a pattern of Ruff's `per-file-ignores` matches a file: by its base name, or by its path from the folder of the
 * configuration. As in Ruff `*` also crosses `/`, and a leading `!` matches every other file. Both names are relative to
 * the repository's root.
 */
export function matchesFile(pattern: string, file: string, configurationFolder: string): boolean {
  if (pattern.startsWith("!")) return !matchesFile(pattern.slice(1), file, configurationFolder);
  const matches = matcher(pattern);
  return matches(path.posix.basename(file)) || matches(path.posix.relative(configurationFolder, file));
}

/** Whether one of Ruff's `exclude` patterns matches a file or a folder above it. */
export function isExcluded(patterns: readonly string[], file: string, configurationFolder: string): boolean {
  const inside = path.posix.relative(configurationFolder, file).split("/");
  const names = inside.map((_, at) => inside.slice(0, at + 1).join("/"));
  return patterns.some((pattern) => {
    const matches = matcher(pattern.replace(/\/$/, ""));
    return names.some((name) => matches(name) || matches(path.posix.basename(name)));
  });
}

const compiled = new Map<string, (name: string) => boolean>();

function matcher(pattern: string): (name: string) => boolean {
  const known = compiled.get(pattern) ?? picomatch(pattern.replace(/^\.\//, ""), { bash: true, dot: true });
  compiled.set(pattern, known);
  return known;
}
