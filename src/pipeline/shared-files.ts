import type { Candidate } from "../domain/outcome.ts";

/** The files that a candidate touches. */
export function pathsOf(candidate: Candidate): string[] {
  return candidate.edits.length > 0
    ? [...new Set(candidate.edits.map((edit) => edit.path))]
    : candidate.changes.map(({ path }) => path);
}

/** Groups what belongs to candidates that share a file, directly or through others. */
export function groupsByFile<T extends { readonly candidate: Candidate }>(all: readonly T[]): T[][] {
  const parent = new Map<string, string>();
  const rootOf = (path: string): string => {
    let root = path;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    return root;
  };
  for (const { candidate } of all) {
    const [first = "", ...others] = pathsOf(candidate);
    for (const path of others) parent.set(rootOf(path), rootOf(first));
  }
  return [...Map.groupBy(all, ({ candidate }) => rootOf(pathsOf(candidate)[0] ?? "")).values()];
}

/** Candidates in portions of about `size`, in their order; those that share a file are in the same portion. */
export function portionsOf(candidates: readonly Candidate[], size: number): Candidate[][] {
  const portions: Candidate[][] = [];
  for (const group of groupsByFile(candidates.map((candidate) => ({ candidate })))) {
    const members = group.map(({ candidate }) => candidate);
    const last = portions.at(-1);
    if (last && last.length + members.length <= size) last.push(...members);
    else portions.push(members);
  }
  return portions;
}
