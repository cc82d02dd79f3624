export async function sizes(urls, head) {
  const entries = await Promise.all(urls.map(async (url) => [url, await head(url)]));
  return Object.fromEntries(entries);
}
