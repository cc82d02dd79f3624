import { patchSections } from "./patch-sections.ts";

/** What a patch changes with the lines around it, without paths and line numbers: what two patches are compared by. */
export function patchBody(patch: string): string {
  const rows = (patchSections(patch) ?? []).flatMap(({ hunks }) => hunks.flatMap((hunk) => hunk.rows));
  return rows.map(({ sign, text }) => `${sign}${text}`).join("\n");
}
