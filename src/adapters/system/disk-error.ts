import { messageOf, PatchProError } from "../../domain/errors.ts";

const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: "Free some space on that disk, or choose another folder.",
  EDQUOT: "Your disk quota is used up: free some space, or choose another folder.",
  EROFS: "That disk is mounted read-only: choose another folder, or mount it writable.",
  EACCES: "Give yourself the right to write there, or choose another folder.",
  EPERM: "Give yourself the right to write there, and close programs that hold the file open.",
  EBUSY: "Close the program that holds the file open, then try again.",
  ENAMETOOLONG: "Choose a shorter path.",
  EMFILE: "Too many files are open: raise the limit (`ulimit -n`).",
  ENFILE: "Too many files are open on this computer: close some programs.",
};

/** An error that the file system raised while something was written, as one that a person can mend. */
export function diskError(path: string, error: unknown): PatchProError {
  if (error instanceof PatchProError) return error;
  const remedy = REMEDIES[errnoOf(error) ?? ""] ?? "Check that the folder exists and can be written to.";
  return new PatchProError("disk", `${path} could not be written: ${messageOf(error)}`, remedy, { cause: error });
}

/** `ENOENT` and the like; undefined for anything that the system did not raise. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
