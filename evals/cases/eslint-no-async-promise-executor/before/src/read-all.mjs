export function readAll(loaders) {
  return new Promise(async (resolve) => {
    const parts = [];
    for (const load of loaders) parts.push(await load());
    resolve(parts.join(""));
  });
}
