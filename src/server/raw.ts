import type { AttemptTrace } from "../domain/trace.ts";
import type { RawAnswer } from "./api.ts";

/** An attempt as it is kept, with its request put together. */
export function rawOf(attempt: AttemptTrace): RawAnswer {
  const { model, system, prompt, reply } = attempt;
  return {
    request: {
      model,
      messages: [
        { role: "system", content: system },
        { role: "user", content: prompt },
      ],
    },
    reply,
    attempt,
  };
}
