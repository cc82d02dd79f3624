import type { Hono } from "hono";
import { answer } from "../answer.ts";
import type { ConfigAnswer } from "../api.ts";
import type { ServerTools } from "../tools.ts";

/** What the page may do here. */
export function addConfig(app: Hono, { about, workbench, ask, work }: ServerTools): void {
  app.get("/api/config", (c) =>
    answer(c, {
      ...about,
      readOnly: false,
      token: true,
      can: {
        label: true,
        correct: workbench !== undefined,
        playground: ask !== undefined,
        live: true,
        work: work !== undefined,
      },
    } satisfies ConfigAnswer),
  );
}
