const KEY = "patchpro.token";

/**
 * The token that `patchpro ui` printed: taken from the fragment of the address once, then kept in this browser, since it stays
 * the same when the server starts again. The fragment is cleaned so that the token is in no shared link.
 */
export function takeToken(): string | undefined {
  const found = /(?:^#|&)token=([^&]+)/.exec(location.hash)?.[1];
  if (found !== undefined) {
    const token = decodeURIComponent(found);
    localStorage.setItem(KEY, token);
    const rest = location.hash.replace(/(^#|&)token=[^&]+&?/, "$1");
    history.replaceState(null, "", rest === "#" ? location.pathname : rest);
    return token;
  }
  return localStorage.getItem(KEY) ?? undefined;
}
