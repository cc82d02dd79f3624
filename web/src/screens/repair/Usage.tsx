import type { AttemptTrace } from "../../../../src/domain/trace.ts";
import type { RepairAnswer } from "../../../../src/server/api.ts";
import { count, duration, moments, money, spent } from "../../text/figures.ts";
import { Safe } from "../../view/Safe.tsx";

const number = (value: number | undefined): string => (value === undefined ? "not said" : count(value));

/** Tokens, money and time, attempt by attempt and in sum. */
export function Usage({ answer, attempt }: { readonly answer: RepairAnswer; readonly attempt: AttemptTrace }) {
  const { attempts, repair, run } = answer;
  const { sums } = repair;
  const facts: readonly (readonly [string, string])[] = [
    ["Model asked", attempt.model],
    ["Model that answered", attempt.answeredBy ?? "not said"],
    ["How the reply was asked for", attempt.mode ?? "not said"],
    ["Finish reason", attempt.finishReason ?? "not said"],
    ["Mended in the reply", attempt.mended?.join(", ") || "nothing"],
    ["Transport retries", number(attempt.transportRetries)],
    ["HTTP status", attempt.httpStatus === undefined ? "not said" : String(attempt.httpStatus)],
    ["Replayed", attempt.replayed ? "yes: nothing was paid" : "no"],
    ["Redacted secrets", count(attempt.redactions)],
    ["Template", `${attempt.promptName}@${attempt.promptVersion}`],
    ["Started", `${moments(attempt.startedAt)} UTC`],
    ["Attempt", attempt.id],
    ["Repair", repair.id],
    ["Run", `${run.id} (${run.kind}, ${run.repository}${run.branch === undefined ? "" : `, ${run.branch}`})`],
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="usage" tabIndex={0} aria-label="Tokens and cost">
      <table className="rows">
        <thead>
          <tr>
            <th>Attempt</th>
            <th className="number">Prompt tokens</th>
            <th className="number">of them cached</th>
            <th className="number">Reply tokens</th>
            <th className="number">of them reasoning</th>
            <th className="number">Latency</th>
            <th className="number">Cost</th>
          </tr>
        </thead>
        <tbody>
          {attempts.map((each) => (
            <tr key={each.id} className={each.id === attempt.id ? "chosen" : ""}>
              <td>{each.number}</td>
              <td className="number">{number(each.promptTokens)}</td>
              <td className="number">{number(each.cachedTokens)}</td>
              <td className="number">{number(each.completionTokens)}</td>
              <td className="number">{number(each.reasoningTokens)}</td>
              <td className="number">{duration(each.latencyMs)}</td>
              <td className="number">{each.endedAt === undefined ? "open" : money(each.costMicroUsd)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>All</td>
            <td className="number">{count(sums.promptTokens)}</td>
            <td className="number">{count(sums.cachedTokens)}</td>
            <td className="number">{count(sums.completionTokens)}</td>
            <td />
            <td className="number">{duration(sums.latencyMs)}</td>
            <td className="number">
              {spent(sums.costMicroUsd, sums.unpriced)}
              {sums.unpriced > 0 && `, ${sums.unpriced} without a price`}
            </td>
          </tr>
        </tfoot>
      </table>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Safe text={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
