import { Refused } from "./outcome.ts";

export interface KnownFiles {
  /** The files' paths; what is known to be absent is not among them. */
  readonly paths: readonly string[];
  readonly root: string | undefined;
  /** The one file that the reply was asked about, if it was one. */
  readonly asked: string | undefined;
}

export interface ResolvedPath {
  readonly path: string;
  /** How it was matched when the reply did not write it as it is. */
  readonly matched?: "suffix" | "name";
}

/** A path as it stands in a reply, without quotes, `./`, marks of emphasis and back slashes; relative where it was under the root. */
export function cleanPath(written: string, root: string | undefined): string {
  let path = written.trim().replace(/^[`'"*]+|[`'"*:,]+$/g, "");
  path = path.replace(/^file:\/\/(?:localhost)?(?=\/)/, "").replace(/^\/(?=[A-Za-z]:[\\/])/, "");
  if (path.includes("\\")) path = path.replace(/\\/g, "/");
  const base = root?.replace(/\\/g, "/").replace(/\/+$/, "");
  if (
    base !== undefined &&
    base !== "" &&
    path.toLowerCase().startsWith(`${base.toLowerCase()}/`) &&
    sameDrive(path, base)
  )
    path = path.slice(base.length + 1);
  return path.replace(/^(?:\.\/)+/, "").replace(/\/{2,}/g, "/");
}

/** Drive letters differ in case on Windows; elsewhere the case of a root counts. */
function sameDrive(path: string, base: string): boolean {
  return path.startsWith(base) || /^[A-Za-z]:/.test(base);
}

/** Throws `Refused` for a path that leaves the repository: absolute, with a drive, or with `..`. */
export function assertInside(path: string): void {
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path) || path.split("/").includes("..") || path.includes("\0")) {
    throw new Refused(
      "APPLY_OUTSIDE_REPO",
      `The path ${JSON.stringify(path.slice(0, 200))} leads outside the repository; give paths relative to its root.`,
    );
  }
}

const isAbsolute = (path: string): boolean => path.startsWith("/") || /^[A-Za-z]:\//.test(path);
const baseName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/**
 * The file that was asked about, where an absolute path has its name and no other file has: models invent the folder of a
 * file that they know by its relative path (`/home/user/project/a.py`). Nothing outside is touched: only that file can be meant.
 */
function askedUnderOtherRoot(path: string, { paths, asked }: KnownFiles): string | undefined {
  if (asked === undefined || !isAbsolute(path) || path.split("/").includes("..") || path.includes("\0"))
    return undefined;
  const [only, other] = paths.filter((each) => baseName(each) === baseName(path));
  return only === asked && other === undefined ? asked : undefined;
}

/** The file that a reply means. Throws `Refused` if there is none, or if several fit equally. */
export function resolvePath(written: string, known: KnownFiles): ResolvedPath {
  const path = cleanPath(written, known.root);
  const stripped = path.replace(/^(?:a|b|i|w|c|o)\//, "");
  const asIs = [path, stripped, written].find((each) => known.paths.includes(each));
  if (asIs !== undefined) return { path: asIs };
  const asked = askedUnderOtherRoot(path, known);
  if (asked !== undefined) return { path: asked, matched: path.endsWith(`/${asked}`) ? "suffix" : "name" };
  assertInside(path);
  for (const candidate of new Set([path, stripped])) {
    if (candidate === "") continue;
    const [only, other] = known.paths.filter(
      (each) => each.endsWith(`/${candidate}`) || candidate.endsWith(`/${each}`),
    );
    if (only !== undefined && other === undefined) return { path: only, matched: "suffix" };
  }
  const [only, other] = known.paths.filter((each) => baseName(each) === baseName(path));
  if (only !== undefined && other === undefined) return { path: only, matched: "name" };
  const listed = known.paths.slice(0, 5).join(", ");
  throw new Refused(
    "APPLY_FILE_MISSING",
    `There is no file ${JSON.stringify(path.slice(0, 200))}${only === undefined ? "" : ", and several files have that name"}. The files are: ${listed}${known.paths.length > 5 ? ", …" : ""}.`,
  );
}
