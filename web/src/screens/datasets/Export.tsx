import { useState } from "react";
import { DATASET_FORMATS, type DatasetFormat } from "../../../../src/domain/dataset.ts";
import type { JobOrder, JobResult } from "../../../../src/server/job-api.ts";
import { JobButton } from "../../job/JobButton.tsx";
import { JobStatus, sentence } from "../../job/JobStatus.tsx";
import { useJob } from "../../job/use-job.ts";
import { go, linkTo, setParams, useRoute } from "../../route.ts";
import { count, plural } from "../../text/figures.ts";
import { visibleText } from "../../text/visible.ts";
import { Safe } from "../../view/Safe.tsx";

type ExportResult = Extract<JobResult, { kind: "export" }>;

/** Exports a dataset: first what it would hold and what is left out, then the files. */
export function Export({ written }: { readonly written: () => void }) {
  const { params } = useRoute();
  const [typed, setTyped] = useState(params.q ?? "");
  const format = DATASET_FORMATS.find((each) => each === params.format) ?? "openai-chat";
  const desk = useJob(({ result }) => {
    if (result?.kind !== "export" || !result.written) return;
    written();
    go(linkTo("datasets", result.written.id));
  });
  const command = commandOf(format, typed);
  const order = (write: boolean): JobOrder => ({ kind: "export", format, q: typed.trim(), write });
  const last = desk.job?.order;
  const isShown = last?.kind === "export" && last.format === format && last.q === typed.trim();
  const seen = desk.job?.result;
  const canWrite = isShown && seen?.kind === "export" && !seen.written && seen.tooFew === undefined;
  return (
    <>
      <div className="export-order">
        {desk.can && (
          <>
            <select aria-label="Format" value={format} onChange={(event) => setParams({ format: event.target.value })}>
              {DATASET_FORMATS.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
            <input
              className="code"
              aria-label="Which repairs"
              placeholder="which repairs; empty: all that are labelled"
              spellCheck={false}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </>
        )}
        <JobButton
          desk={desk}
          name="Preview export"
          keyName="e"
          order={order(false)}
          command={`${command} --dry-run`}
        />
        {desk.can && (
          <JobButton
            desk={desk}
            name="Write files"
            keyName="w"
            order={canWrite ? order(true) : undefined}
            command={command}
            primary
          />
        )}
      </div>
      <JobStatus desk={desk} kind="export">
        {(result) => <Result result={result} />}
      </JobStatus>
    </>
  );
}

function commandOf(format: DatasetFormat, query: string): string {
  const wish = query.trim() === "" ? "" : ` --query ${JSON.stringify(query.trim())}`;
  return `npx patchpro dataset export --format ${format}${wish}`;
}

function Result({ result }: { readonly result: ExportResult }) {
  const { train, validation, considered, tokens, proved, refused, warnings, preview, tooFew, written } = result;
  const rows = train + validation;
  return (
    <>
      <p className="number">
        <strong>{written ? `Wrote ${plural(rows, "row")}` : `${plural(rows, "row")} would be written`}</strong> of{" "}
        {plural(considered, "labelled attempt")}: {count(train)} to train, {count(validation)} to validate, about{" "}
        {count(tokens)} tokens; {count(proved)} proved again.
      </p>
      {written && (
        <p>
          {visibleText(written.name)} {written.known ? "was exported before, and stands" : "stands"} in{" "}
          <code>
            <Safe text={written.folder} most={200} />
          </code>
          .
        </p>
      )}
      {tooFew !== undefined && (
        <p className="tone-warn">
          <Safe text={sentence(tooFew)} />
        </p>
      )}
      {refused.length > 0 && (
        <dl className="export-reasons" aria-label="Left out">
          {refused.map((group) => (
            <div key={group.reason} style={{ display: "contents" }}>
              <dt className="number">{count(group.count)}</dt>
              <dd>
                {group.what}
                {group.remedy !== undefined && <span className="quiet">: {group.remedy}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {warnings.map((warning) => (
        <p key={warning} className="quiet">
          <Safe text={warning} />
        </p>
      ))}
      {!written && preview.length > 0 && (
        <details className="export-rows" open>
          <summary>The first {plural(preview.length, "row")}</summary>
          {preview.map((row) => (
            <div key={`${row.attemptId} ${row.split}`}>
              <span className="quiet number">
                {row.split}, {count(row.tokens)} tokens:
              </span>{" "}
              <Safe text={`${row.rules.join(", ")} in ${row.path}`} most={300} />
              <pre className="code">
                <Safe text={row.answer} most={700} />
                {row.notAnswer !== undefined && (
                  <>
                    {"\nnot:\n"}
                    <Safe text={row.notAnswer} most={700} />
                  </>
                )}
              </pre>
            </div>
          ))}
        </details>
      )}
    </>
  );
}
