import { randomBytes } from "node:crypto";
import { lstatSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { diskError, errnoOf } from "./disk-error.ts";

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/**
 * The page's token, kept in the folder `.patchpro` (absolute) where only its owner reads it, so that a page that is open
 * goes on when the server is started again. Made if it is missing, or if somebody else could have read it. Throws
 * `PatchProError("disk")`.
 */
export function pageToken(folder: string): string {
  const file = path.join(folder, "ui-token");
  try {
    const kept = keptIn(file);
    if (kept !== undefined) return kept;
    const token = randomBytes(32).toString("base64url");
    rmSync(file, { force: true });
    writeFileSync(file, `${token}\n`, { mode: 0o600, flag: "wx" });
    return token;
  } catch (error) {
    throw diskError(file, error);
  }
}

function keptIn(file: string): string | undefined {
  try {
    const found = lstatSync(file);
    const readByOthers = process.platform !== "win32" && (found.mode & 0o077) !== 0;
    const text = found.isFile() && !readByOthers ? readFileSync(file, "utf8").trim() : "";
    return TOKEN.test(text) ? text : undefined;
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return undefined;
    throw error;
  }
}
