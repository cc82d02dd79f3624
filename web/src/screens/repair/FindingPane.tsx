import { useMemo } from "react";
import type { AttemptFinding } from "../../../../src/domain/attempt.ts";
import type { AttemptTrace } from "../../../../src/domain/trace.ts";
import { codeAround, fileTypeOf } from "../../text/shown-code.ts";
import { CodeLine } from "../../view/CodeLine.tsx";
import { Safe } from "../../view/Safe.tsx";

interface FindingPaneProps {
  readonly findings: readonly AttemptFinding[];
  readonly closed: readonly string[] | undefined;
  readonly attempt: AttemptTrace | undefined;
}

const MOST = 20;

/** What was found, with its code as the model saw it. */
export function FindingPane({ findings, closed, attempt }: FindingPaneProps) {
  return (
    <div className="findings">
      {findings.slice(0, MOST).map((finding) => (
        <article key={finding.id} className="finding">
          <p className="finding-message">
            <Safe text={finding.message} most={1200} />
          </p>
          <p className="quiet finding-place">
            <span className={`severity severity-${finding.severity}`}>{finding.severity}</span>{" "}
            <Safe text={`${finding.tool} ${finding.ruleId}`} most={120} />, {linesOf(finding)}
            {closed?.includes(finding.id) && <span className="tone-good"> closed</span>}
          </p>
          {attempt && <Code attempt={attempt} finding={finding} />}
        </article>
      ))}
      {findings.length > MOST && <p className="quiet">{findings.length - MOST} more findings in this batch.</p>}
    </div>
  );
}

const linesOf = ({ startLine, endLine }: AttemptFinding): string =>
  startLine === endLine ? `line ${startLine}` : `lines ${startLine} to ${endLine}`;

function Code({ attempt, finding }: { readonly attempt: AttemptTrace; readonly finding: AttemptFinding }) {
  const { startLine, endLine, path } = finding;
  const lines = useMemo(
    () => codeAround(attempt, startLine, Math.min(endLine, startLine + 30)),
    [attempt, startLine, endLine],
  );
  if (lines.length === 0) return <p className="quiet">The prompt does not show these lines.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="code snippet" tabIndex={0} aria-label={`Code at ${linesOf(finding)}`}>
      {lines.map(({ line, text }) => (
        <div key={line} className={line >= startLine && line <= endLine ? "snippet-row flagged" : "snippet-row"}>
          <span className="gutter">{line}</span>
          <CodeLine text={text} fileType={fileTypeOf(path)} />
        </div>
      ))}
    </section>
  );
}
