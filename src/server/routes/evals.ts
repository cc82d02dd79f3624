import type { Hono } from "hono";
import { PatchProError } from "../../domain/errors.ts";
import type { StoredEval } from "../../eval/metrics/pairs.ts";
import { answer, readQuery } from "../answer.ts";
import { type CompareAnswer, compareQuery, type EvalsAnswer, evalsQuery } from "../eval-api.ts";
import { compareAnswer, evalsAnswer } from "../evals.ts";
import type { ServerTools } from "../tools.ts";

/** Eval runs over time, and what differs between two of them. */
export function addEvals(app: Hono, { store: { evals } }: ServerTools): void {
  const stored = async (id: string): Promise<StoredEval> => {
    const run = await evals.find(id);
    if (run) return { run, results: await evals.results(run.id) };
    throw new PatchProError("input", `There is no eval run ${id}.`, "Choose another one; it may have been deleted.");
  };

  app.get("/api/evals", async (c) =>
    answer(c, (await evalsAnswer(evals, readQuery(c, evalsQuery).suite)) satisfies EvalsAnswer),
  );

  app.get("/api/evals/compare", async (c) => {
    const { base, head } = readQuery(c, compareQuery);
    return answer(c, compareAnswer(await stored(base), await stored(head)) satisfies CompareAnswer);
  });
}
