import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { answerError, refuse } from "./answer.ts";
import { guard, jsonOnly } from "./guard.ts";
import { headers } from "./headers.ts";
import { addAttempts } from "./routes/attempts.ts";
import { addClusters } from "./routes/clusters.ts";
import { addConfig } from "./routes/config.ts";
import { addDatasets } from "./routes/datasets.ts";
import { addEvals } from "./routes/evals.ts";
import { addJobs } from "./routes/jobs.ts";
import { addJudges } from "./routes/judge.ts";
import { addLabels } from "./routes/labels.ts";
import { addLive } from "./routes/live.ts";
import { addOverview } from "./routes/overview.ts";
import { addPage } from "./routes/page.ts";
import { addQueue } from "./routes/queue.ts";
import { addRepairs } from "./routes/repairs.ts";
import { addViews } from "./routes/views.ts";
import { addWorkbench } from "./routes/workbench.ts";
import type { ServerTools } from "./tools.ts";

const MB = 1024 * 1024;
const ROUTES = [
  addConfig,
  addOverview,
  addRepairs,
  addAttempts,
  addLabels,
  addQueue,
  addViews,
  addLive,
  addWorkbench,
  addJudges,
  addEvals,
  addDatasets,
  addClusters,
  addJobs,
  addPage,
];

/** The page's server, without a socket: `app.fetch` and `app.request` answer. `api.ts` says what it is asked. */
export function createApp(tools: ServerTools): Hono {
  const app = new Hono();
  app.use(headers, guard(tools), jsonOnly);
  app.use("/api/*", (c, next) => (c.req.path === "/api/correct" ? limitTo(10)(c, next) : limitTo(1)(c, next)));
  for (const add of ROUTES) add(app, tools);
  app.notFound((c) =>
    refuse(c, 404, "not-found", "There is nothing at this address.", "Start from the page's first screen: /"),
  );
  app.onError((error, c) => answerError(c, error, tools.report));
  return app;
}

function limitTo(mb: number): ReturnType<typeof bodyLimit> {
  return bodyLimit({
    maxSize: mb * MB,
    onError: (c) => refuse(c, 413, "too-large", `The body is longer than ${mb} MB.`, "Send less at a time."),
  });
}
