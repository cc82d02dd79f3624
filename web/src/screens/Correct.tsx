import { useEffect, useMemo, useState } from "react";
import type { AttemptFile, CorrectAnswer, FilesAnswer } from "../../../src/server/api.ts";
import { useAsked, useDesk } from "../data/ask.ts";
import { type AskFailure, asFailure } from "../data/failure.ts";
import { raterName } from "../label/rater.ts";
import { go, linkTo, useRoute } from "../route.ts";
import { compareLines } from "../text/compare-lines.ts";
import { visibleText } from "../text/visible.ts";
import { Checks } from "../view/Checks.tsx";
import { DiffView } from "../view/DiffView.tsx";
import { useKeys } from "../view/keys.ts";
import { Empty, Failed, Panel, Status, Waiting } from "../view/Parts.tsx";
import { Safe } from "../view/Safe.tsx";
import { toast } from "../view/toasts.tsx";

/** A person writes what the model should have made; it climbs the same ladder, and is kept with a label if it proves. */
export function Correct() {
  const { source, config } = useDesk();
  const { id, params } = useRoute();
  const asked = useAsked(id, (signal) =>
    source.get<FilesAnswer>(`/api/attempts/${encodeURIComponent(id)}/files`, signal),
  );
  const back = (): void => go(params.repair === undefined ? linkTo("traces") : linkTo("repair", params.repair));
  useKeys({ Escape: back });
  if (config.readOnly || !config.can.correct)
    return (
      <div className="screen">
        <Empty title="Nothing can be corrected here.">
          Start <code>patchpro ui</code> in the repository's folder: a correction has to climb the ladder there.
        </Empty>
      </div>
    );
  if (asked.failure)
    return (
      <div className="screen">
        <Failed failure={asked.failure} again={asked.again} />
      </div>
    );
  if (!asked.value)
    return (
      <div className="screen">
        <Waiting what="the files" />
      </div>
    );
  return <Editor key={id} attemptId={id} answer={asked.value} back={back} />;
}

function Editor({
  attemptId,
  answer,
  back,
}: {
  readonly attemptId: string;
  readonly answer: FilesAnswer;
  readonly back: () => void;
}) {
  const { source, config } = useDesk();
  const draftKey = `patchpro.draft.${attemptId}`;
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() => readDraft(draftKey));
  const [path, setPath] = useState(answer.files[0]?.path ?? "");
  const [climbing, setClimbing] = useState(false);
  const [climb, setClimb] = useState<CorrectAnswer>();
  const [failure, setFailure] = useState<AskFailure>();
  const [shownAt] = useState(() => Date.now());
  const file = answer.files.find((each) => each.path === path);
  const textOf = (each: AttemptFile): string => texts[each.path] ?? each.after ?? each.before ?? "";
  const edit = (text: string): void => {
    const changed = { ...texts, [path]: text };
    setTexts(changed);
    if (text.length < 500_000) sessionStorage.setItem(draftKey, JSON.stringify(changed));
  };
  const send = async (keep: boolean): Promise<void> => {
    setClimbing(true);
    setFailure(undefined);
    try {
      const files = Object.fromEntries(
        answer.files.map((each) => [
          each.path,
          each.after === null && texts[each.path] === undefined ? null : textOf(each),
        ]),
      );
      const label = keep ? { value: "bad", rater: raterName(config.rater), shownAt } : undefined;
      const result = await source.send<CorrectAnswer>("POST", "/api/correct", {
        attemptId,
        files,
        ...(label && { label }),
      });
      setClimb(result);
      if (result.label) {
        sessionStorage.removeItem(draftKey);
        toast("The correction proved and is kept with your label.");
      }
    } catch (thrown) {
      setFailure(asFailure(thrown));
    } finally {
      setClimbing(false);
    }
  };
  return (
    <div className="screen scrolls correct">
      <div className="screen-head">
        <button type="button" className="small" onClick={back}>
          Back
        </button>
        <h1>Correct the patch</h1>
        {answer.files.length > 1 && (
          <select aria-label="File" value={path} onChange={(event) => setPath(event.target.value)}>
            {answer.files.map((each) => (
              <option key={each.path} value={each.path}>
                {visibleText(each.path)}
              </option>
            ))}
          </select>
        )}
        <span className="path">
          <Safe text={path} />
        </span>
        <span className="spacer" />
        <button type="button" disabled={climbing} onClick={() => void send(false)}>
          Check
        </button>
        <button
          type="button"
          className="primary"
          disabled={climbing || !config.can.label}
          onClick={() => void send(true)}
        >
          Check and keep as correction
        </button>
      </div>
      {answer.stale !== undefined && (
        <p className="notice tone-warn" role="alert">
          The attempt's patch does not fit the files as they stand now: <Safe text={answer.stale} />. Below is the file
          as it stands.
        </p>
      )}
      {failure && <Failed failure={failure} />}
      {file ? (
        <div className="columns two">
          <Panel title="Patched text">
            <textarea
              className="code editor"
              aria-label={`Patched text of ${path}`}
              spellCheck={false}
              value={textOf(file)}
              onChange={(event) => edit(event.target.value)}
            />
          </Panel>
          <div className="stack">
            <Panel title="Your change">
              <Live before={file.before ?? ""} after={textOf(file)} path={path} />
            </Panel>
            <Panel title="Checks" side={climb && <Status value={climb.proved ? "accepted" : "rejected"} />}>
              {climbing ? (
                <Waiting what="what the ladder says" />
              ) : climb ? (
                <Checks checks={climb.checks} />
              ) : (
                <p className="nothing">
                  Change the text, then check it. A correction that proves is kept as what the model should have said.
                </p>
              )}
            </Panel>
          </div>
        </div>
      ) : (
        <Empty title="The attempt has no patch to start from.">
          Nothing in its reply could be read as a change of a file.
        </Empty>
      )}
    </div>
  );
}

function Live({ before, after, path }: { readonly before: string; readonly after: string; readonly path: string }) {
  const [diff, setDiff] = useState<string>();
  useEffect(() => {
    const stop = new AbortController();
    const soon = setTimeout(() => compareLines(before, after, path, stop.signal).then(setDiff, () => undefined), 200);
    return () => {
      clearTimeout(soon);
      stop.abort();
    };
  }, [before, after, path]);
  return useMemo(
    () => (
      <div className="live-diff">
        <DiffView diff={diff} label="Your change" split={false} empty="The text is as it was." />
      </div>
    ),
    [diff],
  );
}

function readDraft(key: string): Readonly<Record<string, string>> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "{}");
    if (typeof kept !== "object" || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
    );
  } catch {
    return {};
  }
}
