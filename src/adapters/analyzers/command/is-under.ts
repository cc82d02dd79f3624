/** Whether a name relative to the root is one of the paths, or lies in one of them; `.` is the root. */
export function isUnder(name: string, paths: readonly string[]): boolean {
  return paths.some((one) => {
    const folder = one.replace(/^\.\//, "").replace(/\/+$/, "");
    return folder === "." || folder === "" || name === folder || name.startsWith(`${folder}/`);
  });
}
