import type { Hunk } from "../proposal.ts";
import type { Reading } from "./reading.ts";
import type { FileHeader } from "./unified-lines.ts";
import { headerPath } from "./unified-path.ts";

/** Everything below one file header of a diff. */
export class Section {
  readonly hunks: Hunk[] = [];
  /** A `---` or `+++` line was read. */
  headed = false;
  readonly number: number;
  readonly fence: number;
  /** 0-based line of the reply. */
  readonly at: number;
  #from: string | undefined;
  #to: string | undefined;
  #renamed = false;
  #deleted = false;
  #created = false;

  constructor(number: number, fence: number, at: number, paths: { readonly from?: string; readonly to?: string }) {
    this.number = number;
    this.fence = fence;
    this.at = at;
    this.#from = paths.from;
    this.#to = paths.to;
  }

  /** Takes a line of git's extended header that says what happens to the file (gitdiff, "extended header lines"). */
  takeExtended(line: string): boolean {
    if (this.headed) return false;
    const rename = /^rename (from|to) (.+)$/.exec(line);
    if (rename !== null) {
      this.#renamed = true;
      if (rename[1] === "from") this.#from = headerPath(rename[2] ?? "");
      else this.#to = headerPath(rename[2] ?? "");
    } else if (/^new file mode /.test(line)) this.#created = true;
    else if (/^deleted file mode /.test(line)) this.#deleted = true;
    else return false;
    return true;
  }

  takeHeader(header: FileHeader): void {
    this.headed = true;
    if (header.from === undefined) this.#created = true;
    if (header.to === undefined) this.#deleted = true;
    if (this.#renamed) return;
    this.#from = header.from ?? this.#from ?? header.to;
    this.#to = header.to ?? this.#to ?? header.from;
  }

  /** Adds what this section asks for to the reading. */
  propose({ proposals, around }: Reading): void {
    const at = this.at + 1;
    const strip = (name: string) => name.replace(/^[ab]\//, "");
    const rows = this.hunks.flatMap((hunk) => hunk.rows);
    if (this.#created && this.#to !== undefined) {
      const text = rows
        .filter((row) => row.kind !== "delete")
        .map((row) => row.text + (row.noEol ? "" : "\n"))
        .join("");
      proposals.push({ kind: "create", dialect: "unified", path: strip(this.#to), text, overwrite: false, at });
      return;
    }
    if (this.#deleted && this.#from !== undefined) {
      const gone = rows.filter((row) => row.kind !== "add").map((row) => row.text);
      const lines = this.hunks.length === 0 ? undefined : gone;
      proposals.push({ kind: "delete", dialect: "unified", path: this.#from, lines, at });
      return;
    }
    const path = around.knowsPath(this.#from ?? "") ? this.#from : (this.#to ?? this.#from);
    for (const hunk of this.hunks) {
      proposals.push({ kind: "hunk", dialect: "unified", path, hunk, section: this.number, fence: this.fence });
    }
    if (this.#renamed && this.#from !== undefined && this.#to !== undefined) {
      proposals.push({ kind: "move", dialect: "unified", path: this.#from, to: strip(this.#to), at });
    }
  }
}
