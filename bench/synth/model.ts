import { STRATEGIES } from "../../src/domain/outcome.ts";
import { REPLY_FORMS } from "../../src/eval/cases/format.ts";
import { writeReply } from "../../src/eval/run/scripted/forms.ts";
import { type Hunk, hunksBetween } from "../../src/eval/run/scripted/hunks.ts";
import { placeHunks } from "../../src/eval/run/scripted/place.ts";
import { readPrompt } from "../../src/eval/run/scripted/read-prompt.ts";
import { randomOf } from "../../src/eval/synth/random.ts";
import type { ModelRequest } from "../../src/ports/provider.ts";
import type { Planted, PlantedAim } from "./planted.ts";

/** Of ten answers six are right, two are right and badly written, one fixes nothing, and one breaks the file. */
export const QUALITIES = ["right", "badly written", "useless", "broken"] as const;
export type Quality = (typeof QUALITIES)[number];
const DRAW: readonly Quality[] = [
  ...Array<Quality>(6).fill("right"),
  ...Array<Quality>(2).fill("badly written"),
  "useless",
  "broken",
];

/** How well the model answers about a finding: the same at every attempt, strategy and run. */
export function qualityOf({ id }: Pick<PlantedAim, "id">): Quality {
  return randomOf(`quality/${id}`).pick(DRAW);
}

/** What the model says: it knows the reference, and of its task what the prompt shows. */
export function answerOf({ user, key }: ModelRequest, planted: readonly Planted[]): string {
  const path = /^File: `([^`]+)`/.exec(user)?.[1] ?? "";
  const file = planted.find((one) => one.path === path);
  const strategy = STRATEGIES.find((one) => key.task === `repair.${one}`);
  if (!file || !strategy) return "I do not know what I am asked.";
  const view = readPrompt(user);
  const asked = view.findings.flatMap(({ rule, number }) => {
    const aim = file.aims.find((one) => one.rule === rule);
    return aim ? [{ aim, number }] : [];
  });
  const numberOf = new Map(asked.map(({ aim, number }) => [aim.id, number]));
  const wanted = hunksBetween(file.before, file.after, file.aims).flatMap((hunk) => {
    const owners = hunk.owners.filter((id) => numberOf.has(id));
    const [first] = owners;
    return first === undefined ? [] : [{ ...hunk, owners, added: said(hunk, qualityOf({ id: first })) }];
  });
  const edits = placeHunks(wanted, view.lines);
  const [first] = asked;
  if (edits.length === 0 || !first)
    return JSON.stringify({ edits: [], explanation: "", unfixable: "I do not see the lines." });
  const answer = { path, strategy, lines: view.lines, endsWithNewline: /[\r\n]$/.test(file.before), edits, numberOf };
  const form = qualityOf(first.aim) === "badly written" ? randomOf(`form/${first.aim.id}`).pick(REPLY_FORMS) : "edits";
  return writeReply(answer, form);
}

function said({ removed, added }: Hunk, quality: Quality): readonly string[] {
  if (quality === "useless") return removed;
  return quality === "broken" ? [...added, "undefined_name_of_nothing("] : added;
}
