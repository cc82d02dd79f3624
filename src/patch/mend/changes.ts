import type { anchor as anchorFunction } from "./anchor/anchor.ts";
import { holdsElision } from "./anchor/elided.ts";
import { hasInk } from "./anchor/occurrences.ts";
import type { LineOp } from "./anchor/match.ts";
import type { Hints } from "./anchor/tie-break.ts";
import { compose, inStyleOf } from "./compose.ts";
import { type Placed, settleDrafts } from "./drafts.ts";
import { isPlaceholder } from "./elision.ts";
import { IndexedFile, replyLines } from "./lines.ts";
import type { MendRequest } from "./mend.ts";
import { type AnchoredEdit, Refused, type Repair } from "./outcome.ts";
import { assertInside, cleanPath, resolvePath } from "./paths.ts";
import { type HunkProposal, newLines, oldLines, type Proposal } from "./proposal.ts";
import { whyAmbiguous, whyMissing } from "./refusal.ts";
import { repairOf } from "./repairs.ts";
import { assertWholeFile } from "./whole.ts";

export interface Changes {
  readonly texts: ReadonlyMap<string, string | null>;
  readonly edits: readonly AnchoredEdit[];
}

/** Everything that happens to the files of one reply, done or refused as one. */
export function changesOf(proposals: readonly Proposal[], request: MendRequest, repairs: Repair[], anchor: typeof anchorFunction): Changes {
  const known = { paths: [...request.files].flatMap(([path, text]) => (text === null ? [] : [path])), root: request.root };
  const indexed = new Map<string, IndexedFile>();
  const texts = new Map<string, string | null>();
  const edits: AnchoredEdit[] = [];
  const hunks = new Map<string, HunkProposal[]>();

  const fileAt = (path: string): IndexedFile => {
    const file = indexed.get(path) ?? new IndexedFile(request.files.get(path) ?? "");
    indexed.set(path, file);
    return file;
  };
  const meant = (written: string | undefined, at: number): string => {
    const only = known.paths.length === 1 ? known.paths[0] : undefined;
    const path = written ?? request.path ?? only;
    if (path === undefined) throw new Refused("DIFF_NO_HEADER", `The edit at line ${at} of the reply does not say which file it changes.`);
    const resolved = resolvePath(path, known);
    if (resolved.matched !== undefined) repairs.push({ code: "path-matched", detail: `${JSON.stringify(path)} was taken for ${resolved.path}.`, line: at });
    return resolved.path;
  };

  for (const proposal of proposals) {
    switch (proposal.kind) {
      case "hunk": {
        const path = pathOfHunk(proposal);
        if (path === undefined) break;
        const others = hunks.get(path);
        if (others === undefined) hunks.set(path, [proposal]);
        else others.push(proposal);
        break;
      }
      case "whole":
        replaceWhole(proposal);
        break;
      case "create":
        create(proposal);
        break;
      case "delete":
        remove(proposal);
        break;
      case "move":
        break;
    }
  }
  for (const [path, group] of hunks) {
    if (texts.has(path)) throw new Refused("PARSE_MULTIPLE_ANSWERS", `The reply both edits ${path} and replaces or deletes it.`);
    editFile(path, group);
  }
  for (const proposal of proposals) if (proposal.kind === "move") move(proposal);
  for (const [path, text] of texts) if (text === (request.files.get(path) ?? null)) texts.delete(path);
  if (texts.size === 0) throw new Refused("DIFF_EMPTY", "The reply changes nothing: every edit leaves the text as it is.");
  return { texts, edits };

  /** The hunk's file; undefined where the hunk makes a new file of its own. */
  function pathOfHunk(proposal: HunkProposal): string | undefined {
    const { hunk } = proposal;
    const written = proposal.path ?? request.path;
    if (!oldLines(hunk).some(hasInk) && written !== undefined && proposal.dialect !== "unified" && proposal.dialect !== "begin-patch" && hunk.start === undefined) {
      const path = cleanPath(written, request.root);
      if (request.files.has(path) && (request.files.get(path) ?? "").trim() === "") {
        create({ path, text: newLines(hunk).map((line) => `${line}\n`).join(""), at: hunk.at, overwrite: true });
        return undefined;
      }
    }
    return meant(proposal.path, hunk.at);
  }

  function editFile(path: string, group: readonly HunkProposal[]): void {
    const file = fileAt(path);
    const placed = placeAll(path, file, group);
    const settled = settleDrafts(path, placed);
    for (const each of settled.repeated) repairs.push({ code: "duplicate-dropped", detail: `An edit of ${path} is stated again and was taken once.`, line: each.proposal.hunk.at });
    for (const each of settled.superseded) repairs.push({ code: "draft-superseded", detail: `A later version of the same lines of ${path} was taken.`, line: each.proposal.hunk.at });
    for (const { proposal, placement } of settled.kept) {
      edits.push({ path, dialect: proposal.dialect, rung: placement.rung, line: placement.from + 1, endLine: placement.to });
    }
    const ops = settled.kept.flatMap(({ proposal, placement }) => placement.ops.map((op) => endedAsV4A(file, proposal, op)));
    texts.set(path, file.text === "" ? asWritten(compose(file, ops)) : compose(file, ops));
  }

  /** The V4A format knows no text without a last line end: an edit of the last line adds it. */
  function endedAsV4A(file: IndexedFile, { dialect }: HunkProposal, op: LineOp): LineOp {
    return dialect === "begin-patch" && op.insert.length > 0 && op.at + op.remove >= file.texts.length ? { ...op, lastEol: "add" } : op;
  }

  /** Places every hunk; those with several places are asked again once their neighbours stand. */
  function placeAll(path: string, file: IndexedFile, group: readonly HunkProposal[]): Placed[] {
    const hints: Hints = { ...(request.line === undefined ? {} : { line: request.line }), ...(request.endLine === undefined ? {} : { endLine: request.endLine }) };
    const answers = group.map((proposal) => anchor(file, proposal, hints));
    const ordered = group.every((each) => each.dialect === "unified" || each.dialect === "begin-patch");
    return group.flatMap((proposal, i): Placed[] => {
      refuseElisions(path, file, proposal);
      let answer = answers[i];
      if (answer?.kind === "ambiguous" && ordered && group.length > 1) {
        const before = answers.slice(0, i).findLast((each, k) => each.kind === "placed" && group[k]?.section === proposal.section);
        const after = answers.find((each, k) => k > i && each.kind === "placed" && group[k]?.section === proposal.section);
        answer = anchor(file, proposal, {
          ...hints,
          ...(before?.kind === "placed" ? { above: before.placement.to } : {}),
          ...(after?.kind === "placed" ? { below: after.placement.from } : {}),
        });
        answers[i] = answer;
      }
      if (answer?.kind === "placed") {
        const { placement } = answer;
        repairs.push(...repairOf(path, proposal, placement));
        return placement.ops.length === 0 ? [] : [{ proposal, placement }];
      }
      if (!proposal.hunk.rows.some((row) => row.kind !== "keep") && (answer?.kind === "ambiguous" || proposal.dialect !== "unified")) return [];
      const what = `Edit ${i + 1} of ${group.length} in ${path} (line ${proposal.hunk.at} of the reply)`;
      if (answer?.kind === "ambiguous") throw new Refused("APPLY_AMBIGUOUS", `${what} is ambiguous. ${whyAmbiguous(answer.lines)}`);
      throw new Refused("APPLY_CONTEXT_MISMATCH", `${what} does not fit. ${whyMissing(file, proposal.hunk)}`);
    });
  }

  function refuseElisions(path: string, file: IndexedFile, { hunk }: HunkProposal): void {
    const own = new Set(oldLines(hunk).map((line) => line.trim()));
    const gap = hunk.rows.find((row) => row.kind === "add" && isPlaceholder(row.text) && !own.has(row.text.trim()) && !file.texts.some((line) => line.trim() === row.text.trim()));
    if (gap !== undefined) throw new Refused("PARSE_ELISION", `An edit of ${path} leaves code out (${JSON.stringify(gap.text.trim().slice(0, 80))}); write the lines themselves.`);
    if (holdsElision(hunk) && newLines(hunk).length === 0) throw new Refused("PARSE_ELISION", `An edit of ${path} deletes lines that it does not show ("...").`);
  }

  function replaceWhole(proposal: Extract<Proposal, { kind: "whole" }>): void {
    const cleaned = proposal.path === undefined ? undefined : cleanPath(proposal.path, request.root);
    if (cleaned !== undefined && request.files.has(cleaned) && (request.files.get(cleaned) ?? null) === null) {
      create({ path: cleaned, text: proposal.text, at: proposal.at, overwrite: true });
      return;
    }
    const path = meant(proposal.path, proposal.at);
    const file = fileAt(path);
    assertWholeFile(path, file, replyLines(proposal.text), proposal.at);
    const text = inStyleOf(file.lines, proposal.text);
    if (texts.has(path) && texts.get(path) !== text) repairs.push({ code: "draft-superseded", detail: `A later version of ${path} was taken.`, line: proposal.at });
    texts.set(path, text);
    edits.push({ path, dialect: proposal.dialect, rung: "whole-file", line: 1, endLine: file.texts.length });
  }

  function create(proposal: { readonly path: string; readonly text: string; readonly at: number; readonly overwrite: boolean }): void {
    const path = cleanPath(proposal.path, request.root);
    if (path === "") throw new Refused("APPLY_FILE_MISSING", `The new file at line ${proposal.at} of the reply has no name.`);
    assertInside(path);
    const before = request.files.get(path) ?? null;
    const again = texts.get(path);
    if ((before !== null && before !== "" && !proposal.overwrite) || (again !== undefined && again !== proposal.text)) {
      throw new Refused("APPLY_CONTEXT_MISMATCH", `The reply makes ${path} a new file, but it exists already; send the lines to change with their original text.`);
    }
    texts.set(path, before === null || before === "" ? asWritten(proposal.text) : inStyleOf(fileAt(path).lines, proposal.text));
    edits.push({ path, dialect: "unified", rung: "file", line: 1, endLine: 0 });
    repairs.push({ code: "new-file", detail: `${path} is a new file.`, line: proposal.at });
  }

  /** A new file has the line ends of the reply, if all of them are the same. */
  function asWritten(text: string): string {
    const crlf = request.reply.includes("\r\n") && !/(?<!\r)\n/.test(request.reply);
    return crlf ? text.replace(/\n/g, "\r\n") : text;
  }

  function remove(proposal: Extract<Proposal, { kind: "delete" }>): void {
    const path = meant(proposal.path, proposal.at);
    const shown = proposal.lines?.map((line) => line.trimEnd());
    if (shown !== undefined && shown.join("\n") !== fileAt(path).texts.map((line) => line.trimEnd()).join("\n")) {
      throw new Refused("APPLY_CONTEXT_MISMATCH", `The reply deletes ${path}, but the lines that it deletes are not the whole file.`);
    }
    texts.set(path, null);
    edits.push({ path, dialect: proposal.dialect, rung: "file", line: 1, endLine: fileAt(path).texts.length });
  }

  function move(proposal: Extract<Proposal, { kind: "move" }>): void {
    const from = meant(proposal.path, proposal.at);
    const to = cleanPath(proposal.to, request.root);
    assertInside(to);
    if (to === from) return;
    if ((request.files.get(to) ?? null) !== null && proposal.dialect !== "begin-patch") throw new Refused("APPLY_CONTEXT_MISMATCH", `The reply moves ${from} to ${to}, which exists already.`);
    texts.set(to, texts.get(from) ?? request.files.get(from) ?? "");
    texts.set(from, null);
    edits.push({ path: to, dialect: proposal.dialect, rung: "file", line: 1, endLine: 0 });
  }
}
