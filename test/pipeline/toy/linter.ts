/** One rule of the toy linter. A fix is a template: `{0}` is the match, `{1}` its first group; nothing else is special. */
export interface ToyRule {
  readonly id: string;
  /** A regular expression; every match is a finding. */
  readonly match?: string;
  /** The name of a function; every call of it is a finding, nested ones too, with what stands in its parentheses as `{1}`. */
  readonly call?: string;
  /** Alternatives, best first. */
  readonly fixes?: readonly ToyFix[];
  readonly severity?: "info" | "warning" | "error";
  readonly message?: string;
}

interface ToyFix {
  readonly text: string;
  readonly applicability?: "safe" | "unsafe" | "display" | "unknown";
  /** More edits that belong to the same fix: where `find` stands in a file, `text` comes. */
  readonly also?: readonly { readonly path: string; readonly find: string; readonly text: string }[];
}

/** A place in a text, UTF-16 offsets, end exclusive. */
export interface ToyFinding {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly severity: "info" | "warning" | "error";
  readonly fixes: readonly {
    readonly applicability: "safe" | "unsafe" | "display" | "unknown";
    readonly message: string;
    readonly edits: readonly {
      readonly path: string;
      readonly start: number;
      readonly end: number;
      readonly text: string;
    }[];
  }[];
}

/** What a linter says of one text. `read` gives other files of the tree. */
export type Lint = (path: string, text: string, read: (path: string) => string | undefined) => readonly ToyFinding[];

/** A linter with the given rules. A line that holds `toy-ignore` is not reported. */
export function toyLinter(rules: readonly ToyRule[]): Lint {
  return (path, text, read) =>
    rules.flatMap((rule) =>
      matchesOf(rule, text)
        .filter(({ start }) => !lineAt(text, start).includes("toy-ignore"))
        .map(({ start, end, groups }) => ({
          rule: rule.id,
          start,
          end,
          message: rule.message ?? `${rule.id}: ${groups[0]}`,
          severity: rule.severity ?? "warning",
          fixes: (rule.fixes ?? []).map((fix) => ({
            applicability: fix.applicability ?? "safe",
            message: `fix ${rule.id}`,
            edits: [
              { path, start, end, text: filled(fix.text, groups) },
              ...(fix.also ?? []).flatMap((more) => {
                const at = (more.path === path ? text : read(more.path))?.indexOf(more.find) ?? -1;
                return at === -1 ? [] : [{ path: more.path, start: at, end: at + more.find.length, text: more.text }];
              }),
            ],
          })),
        })),
    );
}

interface Match {
  readonly start: number;
  readonly end: number;
  readonly groups: readonly string[];
}

function matchesOf({ match, call }: ToyRule, text: string): Match[] {
  if (call !== undefined) return callsOf(call, text);
  return [...text.matchAll(new RegExp(match ?? "(?!)", "gmu"))].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    groups: found.map((group) => group ?? ""),
  }));
}

/** Calls with balanced parentheses, the outer before the inner. */
function callsOf(name: string, text: string): Match[] {
  return [...text.matchAll(new RegExp(`\\b${name}\\(`, "g"))].flatMap(({ index }) => {
    const open = index + name.length;
    let depth = 0;
    for (let at = open; at < text.length; at++) {
      if (text[at] === "(") depth++;
      if (text[at] === ")") depth--;
      if (depth === 0)
        return [{ start: index, end: at + 1, groups: [text.slice(index, at + 1), text.slice(open + 1, at)] }];
    }
    return [];
  });
}

function filled(template: string, groups: readonly string[]): string {
  return template.replace(/\{(\d)\}/g, (_, at: string) => groups[Number(at)] ?? "");
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, end === -1 ? text.length : end);
}
