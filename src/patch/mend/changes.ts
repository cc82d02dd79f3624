import type { LineOp } from "./anchor/match.ts";
import { hasInk } from "./anchor/occurrences.ts";
import type { Hints } from "./anchor/tie-break.ts";
import { compose, inStyleOf } from "./compose.ts";
import { settleDrafts } from "./drafts.ts";
import { IndexedFile, replyLines } from "./lines.ts";
import { type AnchoredEdit, Refused, type Repair, type Rung } from "./outcome.ts";
import { assertInside, cleanPath, type KnownFiles, resolvePath } from "./paths.ts";
import { placeAll } from "./placing.ts";
import { type HunkProposal, newLines, oldLines, type Proposal } from "./proposal.ts";
import type { MendRequest } from "./request.ts";
import { assertWholeFile } from "./whole.ts";

type Of<Kind extends Proposal["kind"]> = Extract<Proposal, { kind: Kind }>;

/** What one reply does to the files, proposal by proposal. Every method throws `Refused` for what cannot be done. */
export class Changes {
  /** The files that differ, as they are afterwards; `null`: deleted. */
  readonly texts = new Map<string, string | null>();
  readonly edits: AnchoredEdit[] = [];
  readonly #request: MendRequest;
  readonly #repairs: Repair[];
  readonly #paths: readonly string[];
  readonly #indexed = new Map<string, IndexedFile>();

  constructor(request: MendRequest, repairs: Repair[]) {
    this.#request = request;
    this.#repairs = repairs;
    this.#paths = [...request.files].flatMap(([path, text]) => (text === null ? [] : [path]));
  }

  /** Does all proposals: edits of a file are placed against its text as it was, moves come last. */
  make(proposals: readonly Proposal[]): void {
    const hunks = new Map<string, HunkProposal[]>();
    for (const proposal of proposals) {
      if (proposal.kind === "whole") this.#replace(proposal);
      else if (proposal.kind === "create") this.#create(proposal);
      else if (proposal.kind === "delete") this.#delete(proposal);
      else if (proposal.kind === "hunk" && !this.#fills(proposal)) {
        const path = this.#meant(proposal.path, proposal.hunk.at);
        hunks.set(path, [...(hunks.get(path) ?? []), proposal]);
      }
    }
    for (const [path, group] of hunks) this.#edit(path, group);
    for (const proposal of proposals) if (proposal.kind === "move") this.#move(proposal);
    for (const [path, text] of this.texts) if (text === this.#before(path)) this.texts.delete(path);
    if (this.texts.size === 0) {
      throw new Refused("DIFF_EMPTY", "The reply changes nothing: every edit leaves the text as it is.");
    }
  }

  get #known(): KnownFiles {
    return { paths: this.#paths, root: this.#request.root, asked: this.#request.path };
  }

  #before(path: string): string | null {
    return this.#request.files.get(path) ?? null;
  }

  #file(path: string): IndexedFile {
    const file = this.#indexed.get(path) ?? new IndexedFile(this.#before(path) ?? "");
    this.#indexed.set(path, file);
    return file;
  }

  /** The file that an edit means; `at` is the edit's line in the reply. */
  #meant(written: string | undefined, at: number): string {
    const only = this.#paths.length === 1 ? this.#paths[0] : undefined;
    const path = written ?? this.#request.path ?? only;
    if (path === undefined) {
      throw new Refused("DIFF_NO_HEADER", `The edit at line ${at} of the reply does not say which file it changes.`);
    }
    const resolved = resolvePath(path, this.#known);
    if (resolved.matched !== undefined) {
      const detail = `${JSON.stringify(path)} was taken for ${resolved.path}.`;
      this.#repairs.push({ code: "path-matched", detail, line: at });
    }
    return resolved.path;
  }

  /** A block that replaces nothing fills a file that is empty or absent: done here, and true. */
  #fills(proposal: HunkProposal): boolean {
    const { hunk, dialect } = proposal;
    const written = proposal.path ?? this.#request.path;
    if (written === undefined || oldLines(hunk).some(hasInk)) return false;
    if (dialect === "unified" || dialect === "begin-patch") return false;
    const path = cleanPath(written, this.#request.root);
    // A number is no promise of a new file, but in an empty one there is nothing else that it could mean.
    if (hunk.start !== undefined && (hunk.start > 1 || !this.#request.files.has(path))) return false;
    if ((this.#before(path) ?? "").trim() !== "" || !this.#isFree(path)) return false;
    const text = newLines(hunk)
      .map((line) => `${line}\n`)
      .join("");
    this.#create({ kind: "create", dialect, path, text, overwrite: true, at: hunk.at });
    return true;
  }

  /** Whether a path is known to be empty or absent, or means none of the files. */
  #isFree(path: string): boolean {
    if (this.#request.files.has(path)) return true;
    return path !== "" && !this.#paths.some((each) => each.endsWith(`/${path}`) || path.endsWith(`/${each}`));
  }

  #edit(path: string, group: readonly HunkProposal[]): void {
    if (this.texts.has(path)) {
      throw new Refused("PARSE_MULTIPLE_ANSWERS", `The reply both edits ${path} and replaces or deletes it.`);
    }
    const file = this.#file(path);
    const { line, endLine } = this.#request;
    const hints: Hints = { ...(line === undefined ? {} : { line }), ...(endLine === undefined ? {} : { endLine }) };
    const placed = placeAll(path, file, group, hints, this.#repairs);
    for (const { proposal, placement } of placed) this.#assertSurePath(path, proposal, placement.rung);
    const settled = settleDrafts(path, placed);
    for (const { proposal } of settled.repeated) {
      const detail = `An edit of ${path} is stated again and was taken once.`;
      this.#repairs.push({ code: "duplicate-dropped", detail, line: proposal.hunk.at });
    }
    for (const { proposal } of settled.superseded) {
      const detail = `A later version of the same lines of ${path} was taken.`;
      this.#repairs.push({ code: "draft-superseded", detail, line: proposal.hunk.at });
    }
    for (const { proposal, placement } of settled.kept) {
      const { rung, from, to } = placement;
      this.edits.push({ path, dialect: proposal.dialect, rung, line: from + 1, endLine: to });
    }
    const ops = settled.kept.flatMap(({ proposal, placement }) =>
      proposal.dialect === "begin-patch" ? placement.ops.map((op) => endedAsV4A(file, op)) : placement.ops,
    );
    const text = compose(file, ops);
    this.texts.set(path, file.text === "" ? this.#asWritten(text) : text);
  }

  /** A diff whose path shares only its last name with a file must at least stand there word for word. */
  #assertSurePath(path: string, { path: written, dialect }: HunkProposal, rung: Rung): void {
    if (dialect !== "unified" || written === undefined || rung === "exact" || rung === "trailing-space") return;
    if (resolvePath(written, this.#known).matched !== "name") return;
    const shown = JSON.stringify(written.slice(0, 200));
    throw new Refused(
      "APPLY_FILE_MISSING",
      `There is no file ${shown}; ${path} has its name, but the diff does not fit it.`,
    );
  }

  #replace(proposal: Of<"whole">): void {
    const cleaned = proposal.path === undefined ? undefined : cleanPath(proposal.path, this.#request.root);
    if (cleaned !== undefined && this.#request.files.has(cleaned) && this.#before(cleaned) === null) {
      this.#create({ ...proposal, kind: "create", path: cleaned, overwrite: true });
      return;
    }
    const path = this.#meant(proposal.path, proposal.at);
    const file = this.#file(path);
    assertWholeFile(path, file, replyLines(proposal.text), proposal.at);
    const text = inStyleOf(file.lines, proposal.text);
    if (this.texts.has(path) && this.texts.get(path) !== text) {
      const detail = `A later version of ${path} was taken.`;
      this.#repairs.push({ code: "draft-superseded", detail, line: proposal.at });
    }
    this.texts.set(path, text);
    this.edits.push({ path, dialect: proposal.dialect, rung: "whole-file", line: 1, endLine: file.texts.length });
  }

  #create(proposal: Of<"create">): void {
    const path = cleanPath(proposal.path, this.#request.root);
    if (path === "")
      throw new Refused("APPLY_FILE_MISSING", `The new file at line ${proposal.at} of the reply has no name.`);
    assertInside(path);
    const before = this.#before(path) ?? "";
    const again = this.texts.get(path);
    const text = before === "" ? this.#asWritten(proposal.text) : inStyleOf(this.#file(path).lines, proposal.text);
    if ((before !== "" && !proposal.overwrite) || (again !== undefined && again !== text)) {
      const advice = "send the lines to change with their original text";
      throw new Refused(
        "APPLY_CONTEXT_MISMATCH",
        `The reply makes ${path} a new file, but it exists already; ${advice}.`,
      );
    }
    this.texts.set(path, text);
    this.edits.push({ path, dialect: proposal.dialect, rung: "file", line: 1, endLine: 0 });
    this.#repairs.push({ code: "new-file", detail: `${path} is a new file.`, line: proposal.at });
  }

  /** A new file has the line ends of the reply, if all of them are CRLF. */
  #asWritten(text: string): string {
    const { reply } = this.#request;
    return reply.includes("\r\n") && !/(?<!\r)\n/.test(reply) ? text.replace(/\n/g, "\r\n") : text;
  }

  #delete(proposal: Of<"delete">): void {
    const path = this.#meant(proposal.path, proposal.at);
    const file = this.#file(path);
    const flat = (lines: readonly string[]) => lines.map((line) => line.trimEnd()).join("\n");
    if (proposal.lines !== undefined && flat(proposal.lines) !== flat(file.texts)) {
      throw new Refused(
        "APPLY_CONTEXT_MISMATCH",
        `The reply deletes ${path}, but the lines that it deletes are not the whole file.`,
      );
    }
    this.texts.set(path, null);
    this.edits.push({ path, dialect: proposal.dialect, rung: "file", line: 1, endLine: file.texts.length });
  }

  #move(proposal: Of<"move">): void {
    const from = this.#meant(proposal.path, proposal.at);
    const to = cleanPath(proposal.to, this.#request.root);
    assertInside(to);
    if (to === from) return;
    if (this.#before(to) !== null && proposal.dialect !== "begin-patch") {
      throw new Refused("APPLY_CONTEXT_MISMATCH", `The reply moves ${from} to ${to}, which exists already.`);
    }
    this.texts.set(to, this.texts.get(from) ?? this.#before(from) ?? "");
    this.texts.set(from, null);
    this.edits.push({ path: to, dialect: proposal.dialect, rung: "file", line: 1, endLine: 0 });
  }
}

/** The V4A format knows no text without a last line end: an edit of the last line adds it. */
function endedAsV4A(file: IndexedFile, op: LineOp): LineOp {
  return op.insert.length > 0 && op.at + op.remove >= file.texts.length ? { ...op, lastEol: "add" } : op;
}
