import { timingSafeEqual } from "node:crypto";
import type { Context, MiddlewareHandler } from "hono";
import { sha256 } from "../domain/digest.ts";
import { refuse } from "./answer.ts";
import { TOKEN_HEADER } from "./api.ts";

/** Names that lead to this computer and nowhere else. */
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;
const READING = new Set(["GET", "HEAD"]);

export interface GuardRules {
  readonly token: string;
  /** Whether whoever asks sits at this computer. */
  isLocal(c: Context): boolean;
}

/**
 * Lets in what the page itself asks, and nothing else: no site that gave its name our address (the Host would be its
 * own), no other page in the same browser (Origin, `Sec-Fetch-Site`), and without the token nothing that changes state,
 * nor anything at all from another computer.
 */
export function guard({ token, isLocal }: GuardRules): MiddlewareHandler {
  const wanted = Buffer.from(sha256(token));
  return async (c, next) => {
    const host = c.req.header("host") ?? "";
    if (!LOOPBACK.test(host))
      return refuse(
        c,
        403,
        "bad-host",
        "This address is not one of PatchPro's.",
        "Open the address that `patchpro ui` printed.",
      );
    if (!isOwnPage(c, host))
      return refuse(
        c,
        403,
        "bad-origin",
        "Another page asked for this.",
        "Open the address that `patchpro ui` printed.",
      );
    if (!READING.has(c.req.method) || !isLocal(c)) {
      const sent = Buffer.from(sha256(c.req.header(TOKEN_HEADER) ?? ""));
      if (!timingSafeEqual(sent, wanted))
        return refuse(
          c,
          401,
          "token",
          "The token is missing or wrong.",
          "Open the whole address that `patchpro ui` printed, with what follows the #.",
        );
    }
    return next();
  };
}

function isOwnPage(c: Context, host: string): boolean {
  const origin = c.req.header("origin");
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) return false;
  // A link in another page may lead to ours; nothing else of another page may.
  const site = c.req.header("sec-fetch-site");
  return site === undefined || site === "same-origin" || site === "none" || !c.req.path.startsWith("/api");
}

/** Every body is JSON and says so: what a form of another page can send never does. */
export const jsonOnly: MiddlewareHandler = async (c, next) => {
  if (c.req.method === "POST" && !/^application\/json\s*(?:;|$)/i.test(c.req.header("content-type") ?? ""))
    return refuse(c, 415, "not-json", "The body has to be JSON.", "Send `content-type: application/json`.");
  return next();
};
