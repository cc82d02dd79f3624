import { PatchProError } from "../../domain/errors.ts";

/**
 * The built `index.html`, told that it runs in a bundle. Throws `PatchProError("input")` for a page that `file://` could
 * not run: modules are not loaded from there.
 */
export function bundlePage(html: string): string {
  if (/<script[^>]*type="module"/i.test(html) || !/<html[\s>]/i.test(html))
    throw new PatchProError(
      "input",
      "The built page cannot be opened without a server.",
      "Build it again: `npm run build:ui`.",
    );
  return html.replace(/<html/i, "<html data-bundle");
}
