import type { Hono } from "hono";
import { PatchProError } from "../../domain/errors.ts";
import { ulidMaker } from "../../domain/ulid.ts";
import { acceptCorrection, readDisagreements } from "../../eval/judge/disagreements.ts";
import { answer, readBody } from "../answer.ts";
import { type AcceptAnswer, acceptBody, type DisagreementsAnswer, type JudgesAnswer } from "../judge-api.ts";
import { judgesAnswer } from "../judges.ts";
import type { ServerTools } from "../tools.ts";

/** Judges, what they are worth, and where people disagree with them. */
export function addJudges(app: Hono, { store, clock }: ServerTools): void {
  const newUlid = ulidMaker();
  const judgeOf = async (id: string) => {
    const judge = (await store.judgements.judges()).find((each) => each.id === id);
    if (judge) return judge;
    throw new PatchProError("input", `There is no judge ${id}.`, "Load the page again.");
  };

  app.get("/api/judges", async (c) =>
    answer(c, (await judgesAnswer(store.judgements, clock.now())) satisfies JudgesAnswer),
  );

  app.get("/api/judges/:id/disagreements", async (c) => {
    const judge = await judgeOf(c.req.param("id"));
    const disagreements = await readDisagreements(store.judgements, judge);
    return answer(c, { disagreements } satisfies DisagreementsAnswer);
  });

  app.post("/api/judges/:id/accept", async (c) => {
    const { attemptId, rater } = await readBody(c, acceptBody);
    const now = clock.now();
    const judge = await judgeOf(c.req.param("id"));
    const newId = (): string => newUlid(now);
    const correction = await acceptCorrection(store.judgements, judge, attemptId, { rater, now, newId });
    return answer(c, { correction } satisfies AcceptAnswer);
  });
}
