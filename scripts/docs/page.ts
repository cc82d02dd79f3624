/** Stands at the top of every page that is generated whole. */
export const GENERATED = "<!-- Generated: `npm run docs` writes this page, and a test compares it. -->";

/** Replaces what stands between `<!-- NAME -->` and `<!-- /NAME -->` in a page. Throws if the page has no such place. */
export function withBlock(page: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [page.indexOf(open), page.indexOf(close)];
  if (start === -1 || end < start) throw new Error(`the page has no ${open} … ${close}`);
  return `${page.slice(0, start + open.length)}\n${content}\n${page.slice(end)}`;
}

/** What stands between the two. Throws if the page has no such place. */
export function blockOf(page: string, name: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [start, end] = [page.indexOf(open), page.indexOf(close)];
  if (start === -1 || end < start) throw new Error(`the page has no ${open} … ${close}`);
  return page.slice(start + open.length, end).trim();
}
