import type { RepairAnswer } from "../../../src/server/api.ts";
import { repairNumber } from "./world.ts";

/** Everything that a text may try at once. */
export const HOSTILE = `<script>globalThis.pwned = 1</script><img src=x onerror="globalThis.pwned = 2"> [click](javascript:globalThis.pwned=3) \u001b[31mred\u001b]8;;javascript:alert(1)\u0007 \u202eevil\u2066\u200b\u0000 \ud800 ' " & \`\${1}\``;
const LONG = `${HOSTILE} ${"long".repeat(250_000)}`;

/** A repair with hostile text in every field that holds any. */
export function hostileRepair(): RepairAnswer {
  const plain = repairNumber(0);
  return {
    ...plain,
    run: { ...plain.run, repository: HOSTILE, branch: HOSTILE },
    repair: {
      ...plain.repair,
      id: "01KXHOSTILE",
      status: "accepted",
      stopReason: HOSTILE,
      path: `src/${HOSTILE}.py`,
      findings: plain.repair.findings.map((finding) => ({
        ...finding,
        message: LONG,
        ruleId: HOSTILE,
        tool: HOSTILE,
        path: HOSTILE,
      })),
    },
    attempts: plain.attempts.slice(-1).map((attempt) => ({
      ...attempt,
      id: "01KXHOSTILEATTEMPT",
      number: 1,
      outcome: "accepted",
      model: HOSTILE,
      answeredBy: HOSTILE,
      promptName: HOSTILE,
      system: LONG,
      prompt: `   7 | ${LONG}\n${LONG}`,
      feedback: LONG,
      reply: LONG,
      reason: LONG,
      finishReason: HOSTILE,
      patch: `--- a/${HOSTILE}\n+++ b/${HOSTILE}\n@@ -1,1 +1,1 @@ ${HOSTILE}\n-${LONG}\n+${HOSTILE}\n`,
      checks: attempt.checks.map((check) => ({ ...check, detail: LONG, evidence: { said: LONG } })),
    })),
    labels: [
      {
        id: "L",
        attemptId: "01KXHOSTILEATTEMPT",
        value: "good",
        rater: HOSTILE,
        criterion: "overall",
        decidedAt: 0,
        origin: "human",
        note: LONG,
      },
    ],
  };
}
