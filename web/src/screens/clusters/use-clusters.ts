import { useState } from "react";
import type { ClusterRun, ClusterWord, FailureCluster } from "../../../../src/domain/cluster.ts";
import type { ClustersAnswer } from "../../../../src/server/cluster-api.ts";
import { address } from "../../data/address.ts";
import { type Asked, useAsked, useDesk } from "../../data/ask.ts";
import { asFailure } from "../../data/failure.ts";
import { raterName } from "../../label/rater.ts";
import { toast } from "../../view/toasts.tsx";

/** What a person is asked before something is done. */
export type Question =
  | { readonly kind: "rename" | "split"; readonly cluster: FailureCluster }
  | { readonly kind: "merge"; readonly clusters: readonly FailureCluster[] };

/** What can be done with clusters where anything can be written. */
export interface ClusterDeeds {
  readonly say: (word: ClusterWord) => Promise<void>;
  readonly find: () => Promise<void>;
  readonly mark: (cluster: FailureCluster) => void;
  readonly ask: (kind: "rename" | "split", cluster: FailureCluster) => void;
  readonly askMerge: () => void;
}

export interface ClusterDesk {
  readonly asked: Asked<ClustersAnswer>;
  readonly run: ClusterRun | undefined;
  readonly marked: readonly FailureCluster[];
  readonly question: Question | undefined;
  readonly close: () => void;
  readonly working: boolean;
  /** Undefined in a bundle, and for runs that are not the newest. */
  readonly deeds: ClusterDeeds | undefined;
}

/** The clusters of a run, and what a person does with them. `wanted`: its id; "" for the newest. */
export function useClusters(wanted: string): ClusterDesk {
  const { source, config } = useDesk();
  const [said, setSaid] = useState<ClustersAnswer>();
  const [marks, setMarks] = useState<readonly string[]>([]);
  const [question, setQuestion] = useState<Question>();
  const [working, setWorking] = useState(false);
  const asked = useAsked(wanted, (signal) =>
    source.get<ClustersAnswer>(address("/api/clusters", { run: wanted || undefined }), signal),
  );
  const run = (said && wanted === "" ? said : asked.value)?.run;
  const marked = (run?.clusters ?? []).filter(({ key }) => marks.includes(key));

  const send = async (path: string, body: object, done: string): Promise<void> => {
    setWorking(true);
    try {
      setSaid(await source.send<ClustersAnswer>("POST", path, body));
      setQuestion(undefined);
      setMarks([]);
      toast(done);
    } catch (thrown) {
      const { message, hint } = asFailure(thrown);
      toast(`${message} ${hint}`, { tone: "bad" });
    } finally {
      setWorking(false);
    }
  };
  const deeds: ClusterDeeds = {
    say: (word) => send("/api/clusters/word", { by: raterName(config.rater), word }, DONE[word.kind]),
    find: () => {
      const { query: q = "", since } = run?.scope ?? {};
      return send("/api/clusters", { q, ...(since !== undefined && { since }) }, "Grouped again.");
    },
    mark: ({ key }) =>
      setMarks((before) => (before.includes(key) ? before.filter((each) => each !== key) : [...before, key])),
    ask: (kind, cluster) => setQuestion({ kind, cluster }),
    askMerge: () => {
      if (marked.length > 1) setQuestion({ kind: "merge", clusters: marked });
      else toast("Mark at least two clusters first.");
    },
  };
  return {
    asked,
    run,
    marked,
    question,
    close: () => setQuestion(undefined),
    working,
    deeds: !config.readOnly && wanted === "" ? deeds : undefined,
  };
}

const DONE: Readonly<Record<ClusterWord["kind"], string>> = {
  rename: "Renamed.",
  merge: "Merged; later runs keep them together.",
  split: "Split; later runs keep them apart.",
  fixed: "Marked as fixed. If it comes back, it is shown as such.",
  reopen: "Open again.",
};
