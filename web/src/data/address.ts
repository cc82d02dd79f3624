/** A part of an address. Texts of others may hold half a surrogate pair, which no address can. */
export const encoded = (text: string | number): string => encodeURIComponent(String(text).toWellFormed());

/** A path with a query string; what is undefined or empty is left out. */
export function address(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const words = Object.entries(query).flatMap(([key, value]) =>
    value === undefined || value === "" ? [] : [`${key}=${encoded(value)}`],
  );
  return words.length === 0 ? path : `${path}?${words.join("&")}`;
}
