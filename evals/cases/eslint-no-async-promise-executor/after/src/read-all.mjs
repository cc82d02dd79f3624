export async function readAll(loaders) {
  const parts = [];
  for (const load of loaders) parts.push(await load());
  return parts.join("");
}
