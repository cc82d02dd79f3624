import { type Mended, type MendRequest, mend } from "../../src/patch/mend/mend.ts";

export const PATH = "src/a.py";

/** Mends a reply for one file. */
export function read(before: string, reply: string, extra: Partial<MendRequest> = {}): Mended {
  return mend({ files: new Map([[PATH, before]]), reply, path: PATH, ...extra });
}

/** The file's text afterwards, or the code of the refusal. */
export function mendedText(before: string, reply: string, extra: Partial<MendRequest> = {}): string | null {
  const made = read(before, reply, extra);
  if (made.outcome === "patched") return made.files.get(PATH) ?? null;
  return made.outcome === "refused" ? `refused ${made.code}` : "declined";
}

/** Why a reply was refused. */
export function reason(before: string, reply: string, extra: Partial<MendRequest> = {}): string {
  const made = read(before, reply, extra);
  return made.outcome === "patched" ? "patched" : made.reason;
}

export const diff = (hunks: string, path = PATH): string => `--- a/${path}\n+++ b/${path}\n${hunks}`;
export const json = (...edits: readonly object[]): string =>
  JSON.stringify({ edits, explanation: "x", unfixable: null });
export const block = (search: string, replace: string): string =>
  `<<<<<<< SEARCH\n${search}=======\n${replace}>>>>>>> REPLACE\n`;
export const v4a = (body: string, path = PATH): string =>
  `*** Begin Patch\n*** Update File: ${path}\n${body}*** End Patch\n`;
