import type { Judge } from "../../domain/judge.ts";
import { estimateTokens } from "../../fix/model/estimate.ts";
import type { JudgeGate } from "../../pipeline/judge-rung.ts";
import type { Judgements } from "../../ports/judgements.ts";
import { askJudge, type JudgeTools, judgeQuestion } from "./ask.ts";
import { standingOf } from "./standing.ts";

/**
 * A judge as the last rung of a run. It gates if it is trusted now and `required`; a verdict of another model than the one
 * that was measured never does. Every call is written down.
 */
export async function judgeGate(
  judge: Judge,
  store: Judgements,
  tools: JudgeTools,
  required: boolean,
): Promise<JudgeGate> {
  await store.addJudge(judge);
  const [judges, calibrations, judgements] = await Promise.all([
    store.judges(),
    store.calibrations(),
    store.judgements(judge.id),
  ]);
  const { gates, word, calibration } = standingOf({ judge, judges, calibrations, judgements, now: tools.now() });
  const measured = new Set(calibration?.answeredBy);
  const standing = gates && !required ? "It is trusted, but the configuration does not require `judged`." : word;
  const base = { judgeId: judge.id, model: judge.model, standing, gates: gates && required };
  return {
    gates: base.gates,
    standing,
    silent: (reason) => ({ ...base, reason }),
    prepare(patch) {
      const question = judgeQuestion(judge, patch, { purpose: "gate", sample: 1 }, tools);
      const asked = estimateTokens(question.request.system) + estimateTokens(question.request.user);
      const usd = tools.provider.ceilingUsd(question.request);
      return {
        ceiling: { usd, tokens: asked + question.request.maxOutputTokens },
        async ask() {
          const call = await askJudge(judge, question, tools);
          await store.addCalls([call]);
          const other = call.answeredBy !== undefined && !measured.has(call.answeredBy);
          const { verdict, critique, reason, costMicroUsd, promptTokens, completionTokens } = call;
          return {
            opinion: {
              ...base,
              ...(base.gates &&
                other && { gates: false, standing: `${call.answeredBy} answered, which was never measured.` }),
              ...(verdict && { verdict }),
              ...(critique !== undefined && { critique }),
              ...(reason !== undefined && { reason }),
            },
            cost: {
              usd: costMicroUsd === undefined ? undefined : costMicroUsd / 1e6,
              tokens: (promptTokens ?? asked) + (completionTokens ?? 0),
            },
          };
        },
      };
    },
  };
}
