import { sha256 } from "../../domain/digest.ts";

/**
 * A mark that stands in none of the given texts, for the tags around what strangers wrote. The same texts give the same
 * mark; whoever writes them cannot choose it, and a text that holds it gets another one.
 */
export function unusedMark(texts: readonly string[]): string {
  for (let round = 0; ; round++) {
    const mark = sha256(`${round}\n${texts.join("\n")}`).slice(0, 10);
    if (!texts.some((text) => text.includes(mark))) return mark;
  }
}

/** A block of data between tags that the text cannot close. */
export function fenced(name: string, mark: string, text: string): string {
  return `<${name}-${mark}>\n${text.replace(/\n$/, "")}\n</${name}-${mark}>`;
}
