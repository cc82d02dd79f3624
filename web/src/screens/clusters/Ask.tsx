import { useEffect, useRef, useState } from "react";
import type { ClusterWord, FailureCluster } from "../../../../src/domain/cluster.ts";
import { Safe } from "../../view/Safe.tsx";
import type { Question } from "./use-clusters.ts";

interface AskProps {
  readonly question: Question;
  readonly working: boolean;
  readonly say: (word: ClusterWord) => Promise<void>;
  readonly close: () => void;
}

/** Asks for the name, and of a split also for the messages that leave. */
export function Ask({ question, working, say, close }: AskProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const first = question.kind === "merge" ? question.clusters[0] : question.cluster;
  const [name, setName] = useState(question.kind === "split" ? "" : (first?.name.name ?? ""));
  const [picked, setPicked] = useState<readonly string[]>([]);
  useEffect(() => dialog.current?.showModal(), []);
  const isReady = name.trim() !== "" && (question.kind !== "split" || isPart(picked, question.cluster));
  return (
    <dialog ref={dialog} className="help cluster-ask" aria-label={TITLE[question.kind]} onClose={close}>
      <form
        className="help-body"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !working) void say(wordOf(question, name.trim(), picked));
        }}
      >
        <header>
          <h2>{TITLE[question.kind]}</h2>
          <button type="button" className="small" onClick={close}>
            Close
          </button>
        </header>
        {question.kind === "merge" && (
          <ul>
            {question.clusters.map((each) => (
              <li key={each.key}>
                <Safe text={each.name.name} most={120} />
              </li>
            ))}
          </ul>
        )}
        <label>
          Name
          <input autoFocus maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        {question.kind === "split" && (
          <fieldset>
            <legend>Messages that leave for it (not all of them)</legend>
            {question.cluster.signatures.map((signature) => (
              <label key={signature} className="cluster-message">
                <input
                  type="checkbox"
                  checked={picked.includes(signature)}
                  onChange={({ target: { checked } }) =>
                    setPicked(checked ? [...picked, signature] : picked.filter((each) => each !== signature))
                  }
                />
                <Safe text={signature} most={300} />
              </label>
            ))}
          </fieldset>
        )}
        <button type="submit" disabled={!isReady || working}>
          {working ? "Grouping again …" : TITLE[question.kind]}
        </button>
      </form>
    </dialog>
  );
}

const TITLE = { rename: "Rename", merge: "Merge", split: "Split" } as const;

function isPart(picked: readonly string[], { signatures }: FailureCluster): boolean {
  return picked.length > 0 && picked.length < signatures.length;
}

function wordOf(question: Question, name: string, signatures: readonly string[]): ClusterWord {
  if (question.kind === "merge") return { kind: "merge", clusters: question.clusters.map(({ key }) => key), name };
  const { key: cluster } = question.cluster;
  return question.kind === "rename"
    ? { kind: "rename", cluster, name }
    : { kind: "split", cluster, signatures: [...signatures], name };
}
