import { PatchProError } from "../../../domain/errors.ts";
import { randomFrom } from "../../../domain/statistics.ts";
import { ulidMaker } from "../../../domain/ulid.ts";
import { judgeCards } from "../../../eval/judge/board.ts";
import { firstVerdicts } from "../../../eval/judge/calibrate.ts";
import { readDisagreements } from "../../../eval/judge/disagreements.ts";
import { measureJudge } from "../../../eval/judge/measure.ts";
import { renderCard, renderDisagreements, renderReport } from "../../../eval/judge/render.ts";
import { drawSample } from "../../../eval/judge/sample.ts";
import { chosenJudge, type Desk, data, provedAttempts } from "./desk.ts";

const READ_FIRST = 5;
/** As many ids as one query holds. */
const MOST_DRAWN = 100;

/** `judge calibrate`: measures a judge by people's labels, and keeps what was measured. */
export async function measure({ store: { judgements: store }, options }: Desk): Promise<string> {
  const judge = await chosenJudge(store, options);
  const now = Date.now();
  const principal = options.rater !== undefined && { principal: options.rater };
  const { calibration, labels } = await measureJudge(store, judge, { now, id: ulidMaker()(now), ...principal });
  if (options.json) return data(calibration);
  const head = `Judge ${judge.id} (${judge.criterion}, ${judge.model}) against ${labels} labels; holds until ${new Date(calibration.expiresAt).toISOString().slice(0, 10)}.\n`;
  const disagreements = renderDisagreements(await readDisagreements(store, judge), READ_FIRST);
  return `${head}${renderReport(calibration.report)}${disagreements}`;
}

/** `judge sample`: draws what people are to label, and keeps the chances. */
export async function sample({ store, options }: Desk): Promise<string> {
  const { judgements } = store;
  const judge = await chosenJudge(judgements, options);
  const [said, labels] = await Promise.all([judgements.judgements(judge.id), judgements.blindLabels(judge.criterion)]);
  const verdicts = firstVerdicts(said);
  const labelled = new Set(labels.map(({ attemptId }) => attemptId));
  const open = (await provedAttempts(store, options.query ?? ""))
    .filter((attemptId) => !labelled.has(attemptId))
    .map((attemptId) => ({ attemptId, verdict: verdicts.get(attemptId) }));
  const now = Date.now();
  const count = Math.min(MOST_DRAWN, options.count ?? 50);
  const draws = drawSample(open, count, judge.criterion, now, randomFrom(options.seed ?? now));
  if (draws.length === 0) return "Nothing is left to label under this query.\n";
  await judgements.addDraws(draws);
  const failed = draws.filter(({ stratum }) => stratum === "judge fails").length;
  return `Drew ${draws.length} of ${open.length} attempts without a label, ${failed} of them failed by the judge ${judge.id}. In \`patchpro ui\`, label (g q) in the order for calibration under this query:\nid:${draws.map(({ attemptId }) => attemptId).join(",")}\n`;
}

/** `judge show`. */
export async function show({ store, options, words }: Desk): Promise<string> {
  const id = words[0] ?? "";
  const cards = (await judgeCards(store.judgements, Date.now())).filter(({ judge }) => judge.id.startsWith(id));
  const [card, other] = cards;
  if (!card || other)
    throw new PatchProError(
      "input",
      other ? `${id} begins several judges` : `there is no judge ${id}`,
      "`patchpro judge list` shows their ids.",
    );
  if (options.json) return data(card);
  const disagreements = await readDisagreements(store.judgements, card.judge);
  return `${renderCard(card)}${renderDisagreements(disagreements, READ_FIRST)}`;
}
