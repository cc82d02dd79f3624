import type { Hono } from "hono";
import { answer } from "../answer.ts";
import type { RawAnswer } from "../api.ts";
import { attemptPlace } from "../attempt-place.ts";
import { rawOf } from "../raw.ts";
import type { ServerTools } from "../tools.ts";

/** One attempt as it is kept. */
export function addAttempts(app: Hono, { store }: ServerTools): void {
  app.get("/api/attempts/:id/raw", async (c) => {
    const { attempt } = await attemptPlace(c.req.param("id"), store);
    return answer(c, rawOf(attempt) satisfies RawAnswer);
  });
}
