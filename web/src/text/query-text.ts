/** A value as the search grammar wants it: quoted where it would not be one word. Quotes themselves cannot be searched. */
export function quoted(value: string): string {
  const bare = value.replace(/"/g, "");
  return /[\s,*]/.test(bare) || bare === "" || bare.startsWith("-") ? `"${bare}"` : bare;
}

const termOf = (key: string, value: string): string => `${key}:${quoted(value)}`;

/** The values that a query asks of one key, negated ones left out: what a facet shows as chosen. */
export function chosenValues(query: string, key: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const piece of pieces(query)) {
    const match = /^([a-z]+):(?:"([^"]*)"|(\S*))$/i.exec(piece);
    if (!match || match[1]?.toLowerCase() !== key) continue;
    if (match[2] !== undefined) found.add(match[2]);
    else for (const value of (match[3] ?? "").split(",")) found.add(value);
  }
  return found;
}

/** Adds `key:value` to a query, or takes it out if it is there. Several values of one key mean any of them. */
export function toggleTerm(query: string, key: string, value: string): string {
  const chosen = new Set(chosenValues(query, key));
  const had = chosen.delete(value);
  if (!had) chosen.add(value);
  const rest = pieces(query).filter((piece) => !piece.toLowerCase().startsWith(`${key}:`));
  const values = [...chosen];
  const plain = values.every((each) => quoted(each) === each);
  if (values.length === 0) return rest.join(" ");
  const terms = plain
    ? [`${key}:${values.join(",")}`]
    : had
      ? values.map((each) => termOf(key, each))
      : [termOf(key, value)];
  return [...rest, ...terms].join(" ");
}

const pieces = (query: string): string[] => query.match(/-?(?:[A-Za-z][\w-]*:)?(?:"[^"]*"?|\S+)/g) ?? [];
