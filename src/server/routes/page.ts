import type { Hono } from "hono";
import type { ServerTools } from "../tools.ts";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  map: "application/json; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  ico: "image/x-icon",
  woff2: "font/woff2",
  txt: "text/plain; charset=utf-8",
};
const FOR_EVER = "public, max-age=31536000, immutable";

/** The files of the built page. Names are looked up, never joined to a path: what the folder does not list is not there. */
export function addPage(app: Hono, { page }: ServerTools): void {
  app.get("*", async (c, next) => {
    const name = nameIn(c.req.path);
    const bytes = name === undefined || name.startsWith("api/") ? undefined : await page.read(name);
    if (name === undefined || bytes === undefined) return next();
    const type = TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
    // Names of built assets change with what is in them.
    return c.body(bytes, 200, {
      "content-type": type,
      ...(name.startsWith("assets/") && { "cache-control": FOR_EVER }),
    });
  });
}

/** `/` is `index.html`; undefined for a path that is badly encoded. */
function nameIn(path: string): string | undefined {
  try {
    const name = decodeURIComponent(path).slice(1);
    return name === "" ? "index.html" : name;
  } catch {
    return undefined;
  }
}
