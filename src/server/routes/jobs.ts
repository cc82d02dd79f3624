import type { Context, Hono } from "hono";
import { answer, readBody, refuse } from "../answer.ts";
import { emptyBody } from "../api.ts";
import { type JobAnswer, jobOrder, type SuiteAnswer } from "../job-api.ts";
import { openJobs } from "../jobs.ts";
import type { ServerTools } from "../tools.ts";

/** Work that the page starts: calibrations, eval cases, eval runs, exports. */
export function addJobs(app: Hono, tools: ServerTools): void {
  const { work } = tools;
  const jobs = work && openJobs({ ...tools, doJob: work.doJob });

  app.get("/api/suite", async (c) => (work ? answer(c, (await work.suite()) satisfies SuiteAnswer) : notHere(c)));

  app.get("/api/jobs/current", (c) => answer(c, { job: jobs?.current() } satisfies JobAnswer));

  app.post("/api/jobs", async (c) => {
    const order = await readBody(c, jobOrder);
    if (!jobs) return notHere(c);
    const job = jobs.begin(order);
    if (job) return answer(c, { job } satisfies JobAnswer);
    return refuse(
      c,
      409,
      "job-running",
      "Something else is being worked on.",
      "Wait until it has ended, or cancel it.",
    );
  });

  app.post("/api/jobs/:id/cancel", async (c) => {
    await readBody(c, emptyBody);
    const job = jobs?.cancel(c.req.param("id"));
    if (job) return answer(c, { job } satisfies JobAnswer);
    return refuse(c, 404, "not-found", "This is not being worked on.", "Load the page again.");
  });
}

function notHere(c: Context): Response {
  return refuse(c, 403, "not-here", "Nothing can be started here.", "Run `patchpro ui` in the repository's folder.");
}
