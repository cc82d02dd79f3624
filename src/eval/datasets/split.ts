import type { Split } from "../../domain/dataset.ts";
import { sha256 } from "../../domain/digest.ts";

/** What is split: rows of one group stay together. */
export interface Splittable {
  readonly repository: string;
  readonly path: string;
}

export interface Splitting {
  /** The group of each row, in their order, and where it went. */
  readonly rows: readonly { readonly group: string; readonly split: Split }[];
  readonly by: "repository" | "file" | "nothing";
  /** What a person must know about it. */
  readonly warning: string | undefined;
}

/**
 * Parts rows into training and validation by repository, so that validation shows code nobody was trained on; by file where
 * there is only one repository. A group's place depends on its name and the seed alone: it never changes sides when
 * rows are added. `share`: of groups that go to validation, 0 to 0.5; at least one does if there are two and `share` is not 0.
 */
export function splitRows(rows: readonly Splittable[], share: number, seed: number): Splitting {
  const repositories = new Set(rows.map(({ repository }) => repository));
  const files = new Set(rows.map(({ path }) => path));
  const by = repositories.size > 1 ? "repository" : files.size > 1 ? "file" : "nothing";
  const groupOf = ({ repository, path }: Splittable): string =>
    by === "repository" ? repository : `${repository}:${path}`;
  const held = share === 0 ? new Set<string>() : validationGroups([...new Set(rows.map(groupOf))], share, seed);
  return {
    rows: rows.map((row) => ({ group: groupOf(row), split: held.has(groupOf(row)) ? "validation" : "train" })),
    by,
    warning: warningOf(by, share),
  };
}

function validationGroups(groups: readonly string[], share: number, seed: number): Set<string> {
  if (groups.length < 2) return new Set();
  const drawn = groups
    .map((group) => ({ group, at: Number.parseInt(sha256(`${seed}\n${group}`).slice(0, 12), 16) / 2 ** 48 }))
    .sort((a, b) => a.at - b.at || (a.group < b.group ? -1 : 1));
  const held = drawn.filter(({ at }) => at < share);
  const chosen = held.length === 0 ? drawn.slice(0, 1) : held.slice(0, drawn.length - 1);
  return new Set(chosen.map(({ group }) => group));
}

function warningOf(by: Splitting["by"], share: number): string | undefined {
  if (share === 0) return undefined;
  if (by === "file")
    return "All rows are of one repository, so they are split by file: validation shows code that resembles what is trained on.";
  return by === "nothing" ? "All rows are of one file: nothing is held back for validation." : undefined;
}
