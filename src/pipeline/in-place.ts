import { hashOf } from "../domain/digest.ts";
import { encodeText, type SourceText } from "../domain/text.ts";
import type { AnchoredEdit } from "../patch/around.ts";
import { waysBack } from "../patch/undo.ts";
import type { StoredEdit, StoredPatch } from "./reapply.ts";

/** What a file is: a text that patches were proved for, with some of them in it. */
export interface Standing {
  /** The text that the patches of one round were made for. */
  readonly ground: SourceText;
  /** The file as it is, in the ground's encoding. */
  readonly now: SourceText;
  /** Ids of the patches of earlier rounds: they are in the ground. */
  readonly below: ReadonlySet<string>;
  /** Ids of the patches of this round that are in the file. */
  readonly there: ReadonlySet<string>;
}

/**
 * Recognises a file that a run's patches have changed: what is left without them is, by its hash, what they were proved
 * for. `patches`: all of the run that touch the file, with their edits of it alone. Where that can be read in more than one
 * way (one of two equal lines is gone), most of the `wanted` patches are taken to be there: asking twice for a patch is not
 * asking for two. Undefined where anything else has changed.
 */
export function standingOf(
  source: SourceText,
  patches: readonly StoredPatch[],
  wanted: ReadonlySet<string>,
): Standing | undefined {
  const own = patches.filter(({ id }) => wanted.has(id)).length;
  let best: { standing: Standing; count: number } | undefined;
  for (const standing of standings(readingsOf(source), roundsOf(patches))) {
    const { below, there } = standing;
    if (below.size + there.size === 0) return standing;
    const count = [...below, ...there].filter((id) => wanted.has(id)).length;
    if (!best || count > best.count) best = { standing, count };
    if (count === own) break;
  }
  return best?.standing;
}

function* standings(readings: readonly SourceText[], rounds: readonly Round[]): Generator<Standing> {
  for (const { below, before } of rounds) {
    const now = readings.find((reading) => hashOf(reading) === before);
    if (now) yield { ground: now, now, below, there: new Set() };
  }
  for (const { members, below, before } of rounds) {
    const edits = anchored(members);
    if (!edits) continue;
    for (const now of readings) {
      for (const way of waysBack(now.text, edits)) {
        const ground = { ...now, text: way.text };
        const there = ownersOf(way.edits, members);
        if (there && there.size > 0 && hashOf(ground) === before) yield { ground, now, below, there };
      }
    }
  }
}

/** Without the one wrong byte that a patch took out, a file that was read as Latin-1 is UTF-8. */
function readingsOf(source: SourceText): SourceText[] {
  if (source.encoding === "latin1") return [source];
  return [source, { text: encodeText(source).toString("latin1"), encoding: "latin1" }];
}

interface Round {
  readonly members: readonly StoredPatch[];
  readonly below: ReadonlySet<string>;
  readonly before: string | null;
}

/** Patches of one file that were proved for the same text: each names all those that came before it. */
function roundsOf(patches: readonly StoredPatch[]): Round[] {
  const ids = new Set(patches.map(({ id }) => id));
  const own = ({ after }: StoredPatch): string[] => after.filter((id) => ids.has(id));
  const byDepth = Map.groupBy(patches, (patch) => own(patch).length);
  return [...byDepth]
    .sort(([a], [b]) => a - b)
    .map(([, members]) => ({
      members,
      below: new Set(members.flatMap(own)),
      before: members[0]?.files[0]?.before ?? null,
    }));
}

/** The edits of a round that change anything, each once. Undefined for a run that did not write down what they replace. */
function anchored(members: readonly StoredPatch[]): AnchoredEdit[] | undefined {
  const edits = new Map<string, AnchoredEdit>();
  for (const edit of members.flatMap(changing)) {
    if (!edit.around) return undefined;
    edits.set(keyOf(edit), { ...edit, around: edit.around });
  }
  return [...edits.values()];
}

function changing({ edits }: StoredPatch): StoredEdit[] {
  return edits.filter(
    ({ start, end, text, around }) => around?.text.slice(start - around.start, end - around.start) !== text,
  );
}

function keyOf({ start, end, text }: Pick<StoredEdit, "start" | "end" | "text">): string {
  return `${start} ${end} ${text}`;
}

/** The patches whose edits are all there; undefined if one edit belongs to none of them. */
function ownersOf(edits: readonly AnchoredEdit[], members: readonly StoredPatch[]): Set<string> | undefined {
  const found = new Set(edits.map(keyOf));
  const whole = members.filter((patch) => changing(patch).every((edit) => found.has(keyOf(edit))));
  for (const edit of whole.flatMap(changing)) found.delete(keyOf(edit));
  return found.size === 0 ? new Set(whole.map(({ id }) => id)) : undefined;
}
