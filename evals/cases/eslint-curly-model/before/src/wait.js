export async function waitFor(check, delay, tries) {
  for (let attempt = 0; attempt < tries; attempt += 1)
    if (await check()) return true;
    else await new Promise((done) => setTimeout(done, delay));
  return false;
}
