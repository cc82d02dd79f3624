export async function sizes(urls, head) {
  const result = {};
  for (const url of urls) {
    result[url] = await head(url);
  }
  return result;
}
