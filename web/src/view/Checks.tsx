import type { CheckResult } from "../../../src/domain/check.ts";
import { CHECKS } from "../text/checks.ts";
import { duration } from "../text/figures.ts";
import { Status } from "./Parts.tsx";
import { Safe } from "./Safe.tsx";

/** The ladder, rung by rung, with its evidence; rungs that were not reached are named too. */
export function Checks({
  checks,
  code,
  reason,
}: {
  readonly checks: readonly CheckResult[];
  readonly code?: string | undefined;
  readonly reason?: string | undefined;
}) {
  const reached = new Set<string>(checks.map(({ name }) => name));
  const missing = CHECKS.filter((name) => !reached.has(name));
  return (
    <div className="checks">
      {reason !== undefined && checks.every(({ status }) => status !== "fail") && (
        <div className="check check-fail">
          {code !== undefined && <code className="check-code">{code}</code>}
          <p className="check-detail">
            <Safe text={reason} most={2000} />
          </p>
        </div>
      )}
      <ol>
        {checks.map((check) => (
          <li key={check.name} className={`check check-${check.status}`}>
            <div className="check-head">
              <Status value={check.status} />
              <strong>{check.name}</strong>
              {check.code !== undefined && <code className="check-code">{check.code}</code>}
              <span className="quiet number">{duration(check.ms)}</span>
            </div>
            {check.detail !== "" && (
              <p className="check-detail">
                <Safe text={check.detail} most={2000} />
              </p>
            )}
            {check.evidence !== undefined && Object.keys(check.evidence).length > 0 && (
              <details>
                <summary>Evidence</summary>
                <pre className="code evidence">
                  <Safe text={JSON.stringify(check.evidence, null, 2)} most={20_000} />
                </pre>
              </details>
            )}
          </li>
        ))}
      </ol>
      {missing.length > 0 && <p className="quiet not-reached">Not reached: {missing.join(", ")}</p>}
    </div>
  );
}
