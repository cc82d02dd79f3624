import type { Context, Hono } from "hono";
import { answer, readBody, refuse } from "../answer.ts";
import { type CorrectAnswer, correctBody, type FilesAnswer, type PlaygroundAnswer, playgroundBody } from "../api.ts";
import { attemptPlace } from "../attempt-place.ts";
import type { ServerTools } from "../tools.ts";
import { writeLabel } from "../write-label.ts";

/** Corrections and the playground: what is tried here climbs the same ladder as what a run tries. */
export function addWorkbench(app: Hono, tools: ServerTools): void {
  const { store, workbench, ask } = tools;
  app.get("/api/attempts/:id/files", async (c) => {
    if (!workbench) return notHere(c, "Attempts cannot be corrected here.");
    const place = await attemptPlace(c.req.param("id"), store);
    return answer(c, (await workbench.files(place)) satisfies FilesAnswer);
  });

  app.post("/api/correct", async (c) => {
    const { attemptId, files, label } = await readBody(c, correctBody);
    if (!workbench) return notHere(c, "Attempts cannot be corrected here.");
    const climb = await workbench.climb(await attemptPlace(attemptId, store), files);
    const written =
      label && climb.proved && climb.patch !== undefined
        ? await writeLabel({ ...label, attemptId, correctedPatch: climb.patch }, false, tools)
        : undefined;
    return answer(c, { ...climb, label: written } satisfies CorrectAnswer);
  });

  app.post("/api/playground", async (c) => {
    const body = await readBody(c, playgroundBody);
    if (!ask) return notHere(c, "No model can be asked here.");
    return answer(c, (await ask(await attemptPlace(body.attemptId, store), body)) satisfies PlaygroundAnswer);
  });
}

function notHere(c: Context, message: string): Response {
  return refuse(
    c,
    403,
    "not-here",
    message,
    "Run `patchpro ui` in the repository's folder, with a model configured for the playground.",
  );
}
