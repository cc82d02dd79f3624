import type { Hono } from "hono";
import type { z } from "zod";
import { PatchProError } from "../../domain/errors.ts";
import { answer, failureOf, readBody } from "../answer.ts";
import { emptyBody, type LabelResult, type LabelsAnswer, labelsBody, type UndoAnswer } from "../api.ts";
import type { ServerTools } from "../tools.ts";
import { writeLabel } from "../write-label.ts";

/** Labels are written one after the other, in the order in which they were given. */
export function addLabels(app: Hono, tools: ServerTools): void {
  app.post("/api/labels", async (c) => {
    const { labels } = await readBody(c, labelsBody);
    const results: LabelResult[] = [];
    for (const label of labels) results.push(await resultOf(label, tools));
    return answer(c, { results } satisfies LabelsAnswer);
  });

  app.post("/api/labels/:id/undo", async (c) => {
    await readBody(c, emptyBody);
    return answer(c, { undone: await tools.store.undoLabel(c.req.param("id")) } satisfies UndoAnswer);
  });
}

/** A label that can never be written must not hold up those behind it; a store that cannot be used stops them all. */
async function resultOf(body: z.output<typeof labelsBody>["labels"][number], tools: ServerTools): Promise<LabelResult> {
  try {
    const { duplicates, ...label } = body;
    return { ok: true, label: await writeLabel(label, duplicates ?? false, tools) };
  } catch (error) {
    if (error instanceof PatchProError && error.code === "input") return { ok: false, ...failureOf(error) };
    throw error;
  }
}
