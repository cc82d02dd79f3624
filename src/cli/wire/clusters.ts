import { createEmbedder } from "../../adapters/providers/embeddings.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import type { Config } from "../../config/config.ts";
import type { ClusterRun, ClusterWord } from "../../domain/cluster.ts";
import { PatchProError } from "../../domain/errors.ts";
import { ulidMaker } from "../../domain/ulid.ts";
import { rowsOf } from "../../eval/clusters/people.ts";
import { clusterStore } from "../../eval/clusters/run.ts";
import type { Embedder } from "../../ports/embedder.ts";
import type { TraceStore } from "../../ports/store.ts";
import { parseQuery } from "../../trace/query.ts";
import type { CommandContext } from "../context.ts";
import { traceQuery } from "../loop/trace-query.ts";
import { namerFor } from "./cluster-names.ts";
import { endpointOf } from "./models.ts";

export const LEXICAL = "lexical";
const DAY_MS = 86_400_000;

interface ClusterWish {
  /** In the search grammar. */
  readonly query: string;
  /** Milliseconds since the epoch. */
  readonly since?: number;
  readonly seed: number;
  /** `lexical`, or a model. */
  readonly embedder: string;
  /** Whether the configured model may name the clusters. */
  readonly naming: boolean;
}

/** What the command and the page do with clusters of one store. */
export interface ClusterBench {
  /** Groups the failures and keeps what was found. */
  find(wish: ClusterWish): Promise<ClusterRun>;
  /** Takes a person's word down, groups again as the newest run did, and gives that. Throws `PatchProError("input")` for a word that means nothing. */
  say(word: ClusterWord, by: string): Promise<ClusterRun>;
}

/** Clusters of a store, as the configuration has them. */
export function clusterBench(store: TraceStore, config: Config, context: CommandContext): ClusterBench {
  const newUlid = ulidMaker();
  const newId = (): string => newUlid(systemClock.now());
  const find = async (wish: ClusterWish): Promise<ClusterRun> => {
    const now = systemClock.now();
    const query = traceQuery(wish.query, now);
    const embedder = embedderFor(wish.embedder, config, context);
    const namer = wish.naming ? await namerFor(config, context) : undefined;
    return clusterStore({
      store: store.clusters,
      query,
      typed: wish.query,
      ...(wish.since !== undefined && { since: wish.since }),
      seed: wish.seed,
      now,
      newId,
      signal: context.signal,
      ...(embedder && { embedder }),
      ...(namer && { namer }),
    });
  };
  return {
    find,
    async say(word, by) {
      const latest = await store.clusters.find("latest");
      if (!latest) throw new PatchProError("input", "There are no clusters yet.", "Run `patchpro cluster` first.");
      const modes = await store.clusters.modes();
      await store.clusters.addModes(rowsOf(word, latest, modes, { by, now: systemClock.now(), newId }));
      const { query, since } = latest.scope;
      const { seed, embedder } = latest.method;
      return find({ query, seed, embedder, naming: false, ...(since !== undefined && { since }) });
    },
  };
}

/** `30d`, `2w` or a date, as in the search grammar. Throws `PatchProError("usage")` for anything else. */
export function momentOf(text: string): number {
  const now = systemClock.now();
  const [, days] = /^(\d{1,5})$/.exec(text) ?? [];
  if (days !== undefined) return now - Number(days) * DAY_MS;
  const parsed = parseQuery(`since:${text}`, now);
  const [term] = parsed.query.terms;
  if (parsed.ok && term?.kind === "time") return term.at;
  throw new PatchProError("usage", `${JSON.stringify(text)} is no time.`, "Write 30d, 12h, or 2026-11-01.");
}

function embedderFor(name: string, config: Config, { environment }: CommandContext): Embedder | undefined {
  if (name === LEXICAL) return undefined;
  return createEmbedder({ spec: name, ...endpointOf(name, config, environment), timeoutMs: config.model.timeoutMs });
}
