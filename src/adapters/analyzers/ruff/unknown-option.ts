/** Options without what a message of Ruff complains about; undefined if the message names nothing that can be taken out. */
export function withoutUnknownOption(
  options: Readonly<Record<string, unknown>>,
  message: string,
): { options: Readonly<Record<string, unknown>>; removed: string } | undefined {
  const field = /unknown field `([^`]+)`/i.exec(message)?.[1];
  if (field !== undefined) return removed(options, field, (key) => key === field, `the option \`${field}\``);
  const rule = /(?:Unknown rule selector|Rule) `([^`]+)`/.exec(message)?.[1];
  if (rule !== undefined) return removed(options, rule, () => false, `the rule \`${rule}\``);
  return undefined;
}

function removed(
  options: Readonly<Record<string, unknown>>,
  name: string,
  drops: (key: string) => boolean,
  what: string,
): { options: Readonly<Record<string, unknown>>; removed: string } | undefined {
  let changed = false;
  const prune = (value: unknown): unknown => {
    if (Array.isArray(value)) {
      const kept = value.filter((item) => item !== name);
      changed ||= kept.length < value.length;
      return kept;
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) => {
        changed ||= drops(key);
        return drops(key) ? [] : [[key, prune(item)]];
      }),
    );
  };
  const pruned = Object.fromEntries(
    Object.entries(options).flatMap(([key, item]) => {
      changed ||= drops(key);
      return drops(key) ? [] : [[key, prune(item)]];
    }),
  );
  return changed ? { options: pruned, removed: what } : undefined;
}
