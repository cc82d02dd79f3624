import type { CheckCode } from "../../domain/check.ts";
import type {
  ClusterMember,
  ClusterRun,
  ClusterScope,
  ClusterSpans,
  ClusterState,
  FailedAttempt,
  FailureCluster,
  FailureMode,
} from "../../domain/cluster.ts";
import { wilson } from "../../domain/statistics.ts";
import type { KnownCluster } from "../../ports/clusters.ts";
import type { Embedder } from "../../ports/embedder.ts";
import { pinsOf, withDecisions } from "./decisions.ts";
import { failedIn, figuresOf, trendsOf } from "./figures.ts";
import { type Grouping, groupFailures } from "./group.ts";
import { keysFor } from "./identity.ts";
import { namesByTerms } from "./name-by-terms.ts";
import { byTypicality, exampleMembers, type PlacedMember } from "./nearest-members.ts";
import { termShares, termsOfClusters } from "./terms.ts";

const EXAMPLES = 3;
const MOST_CODES = 5;
/** Groups of fewer failures than this, or than one in a hundred, mean nothing yet. */
const SMALL = 5;
const SMALL_SHARE = 0.01;

export interface ClusterRequest {
  /** Failures of the scope, and of the span before it that trends compare with. */
  readonly failures: readonly FailedAttempt[];
  readonly scope: ClusterScope;
  readonly spans?: ClusterSpans;
  readonly seed: number;
  readonly now: number;
  /** What earlier runs found, each key as it was last. */
  readonly known: readonly KnownCluster[];
  /** What people said, the newest of each key. */
  readonly modes: readonly FailureMode[];
  readonly embedder?: Embedder;
  readonly signal?: AbortSignal;
  readonly newId: () => string;
}

export interface ClusteredFailures {
  readonly run: ClusterRun;
  readonly members: readonly ClusterMember[];
}

/** A group on its way to a cluster. */
interface Draft {
  readonly key: string;
  /** Most typical first, of the scope only. */
  readonly members: readonly PlacedMember[];
  readonly own: readonly FailedAttempt[];
  /** Of both spans. */
  readonly all: readonly FailedAttempt[];
  readonly signatures: readonly string[];
}

/**
 * Groups failures by cause, names the groups by their codes and words, and says what each costs. Groups in no trend, no
 * order and no name by chance: the same failures, words of people and seed give the same, ids aside.
 */
export async function clusterFailures(request: ClusterRequest): Promise<ClusteredFailures> {
  const { failures, scope, spans, modes, now, newId } = request;
  const isOwn = ({ at }: FailedAttempt): boolean => scope.since === undefined || at >= scope.since;
  const own = failures.filter(isOwn);
  const pins = pinsOf(modes);
  const grouping = await groupFailures(failures, request.seed, { ...request, pins });
  const atLeast = Math.max(SMALL, Math.ceil(SMALL_SHARE * own.length));
  const { drafts, rest } = draftsOf(grouping, request, isOwn, atLeast);
  const failedRepairs = failedIn(own).length;
  const figures = drafts.map((draft) => figuresOf(draft.own, failedRepairs));
  const trends =
    spans &&
    trendsOf(
      drafts.map(({ all }) => all),
      spans,
    );
  const shares = drafts.map(({ members }) =>
    termShares(
      members.map(({ at }) => at),
      failures,
    ),
  );
  const terms = termsOfClusters(shares);
  const codes = drafts.map((draft) => codesOf(draft.own));
  const names = namesByTerms(
    drafts.map((draft, at) => ({
      codes: codes[at] ?? [],
      attempts: draft.own.length,
      terms: terms[at] ?? [],
      shares: shares[at] ?? new Map(),
      message: failures[draft.members[0]?.at ?? -1]?.reason ?? "",
      cites: exampleMembers(draft.members, failures, EXAMPLES).map(({ attemptId }) => attemptId),
    })),
  );
  const clusters = drafts.flatMap((draft, at): FailureCluster[] => {
    const [figure, name] = [figures[at], names[at]];
    if (!figure || !name) return [];
    const mode = modes.find(({ key }) => key === draft.key);
    return [
      {
        id: newId(),
        key: draft.key,
        rank: at + 1,
        name: mode ? { ...name, name: mode.name, definition: mode.definition || name.definition, by: "person" } : name,
        ...stateOf(mode, draft.own),
        codes: codes[at] ?? [],
        terms: terms[at] ?? [],
        signatures: draft.signatures,
        ...figure,
        trend: trends?.[at],
        examples: exampleMembers(draft.members, failures, EXAMPLES).map(
          ({ attemptId, repair, ruleId, path, reason }) => ({
            attemptId,
            repairId: repair.id,
            ruleId,
            path,
            reason,
          }),
        ),
      },
    ];
  });
  return {
    run: {
      id: newId(),
      at: now,
      scope,
      method: grouping.method,
      attempts: own.length,
      repairs: failedRepairs,
      spans,
      unclustered: { attempts: rest.length, repairs: wilson(failedIn(rest).length, failedRepairs), atLeast },
      clusters,
    },
    members: clusters.flatMap(({ id }, at) =>
      (drafts[at]?.members ?? []).flatMap(({ at: place, distance }) => {
        const attemptId = failures[place]?.attemptId;
        return attemptId === undefined ? [] : [{ clusterId: id, attemptId, distance }];
      }),
    ),
  };
}

/** Groups that are large enough, by failed repairs, money and key; and the failures of all others. */
function draftsOf(
  grouping: Grouping,
  { failures, known, modes }: ClusterRequest,
  isOwn: (failure: FailedAttempt) => boolean,
  atLeast: number,
): { readonly drafts: readonly Draft[]; readonly rest: readonly FailedAttempt[] } {
  const { templates, space } = grouping;
  const decided = withDecisions(grouping.groups, templates, pinsOf(modes));
  const byGroup = Map.groupBy(templates.keys(), (at) => decided.groups[at] ?? 0);
  const ofGroup = [...byGroup].map(([group, parts]) => ({
    group,
    parts,
    all: parts.flatMap((at) => (templates[at]?.members ?? []).flatMap((member) => failures[member] ?? [])),
    signatures: [...new Set(parts.flatMap((at) => templates[at]?.signatures ?? []))].sort(),
  }));
  const fixedAt = new Map(
    modes.flatMap(({ state, signatures, at }) =>
      state === "fixed" ? signatures.map((each) => [each, at] as const) : [],
    ),
  );
  // of what was called fixed, one failure is enough to be shown
  const hasReturned = (group: number): boolean =>
    (byGroup.get(group) ?? []).some((at) =>
      templates[at]?.signatures.some((signature) => {
        const since = fixedAt.get(signature);
        return since !== undefined && templates[at]?.members.some((member) => (failures[member]?.at ?? 0) > since);
      }),
    );
  const isKept = ({ group, all }: (typeof ofGroup)[number]): boolean =>
    decided.keys.has(group) || hasReturned(group) ? all.some(isOwn) : all.filter(isOwn).length >= atLeast;
  const kept = ofGroup.filter(isKept);
  const vectors = space.fit([...templates.keys()]);
  const taken = new Map(
    kept.flatMap(({ group }, at) => {
      const key = decided.keys.get(group);
      return key === undefined ? [] : [[at, key] as const];
    }),
  );
  const dissolved = new Set(modes.filter(({ state }) => state === "dissolved").map(({ key }) => key));
  const candidates = [...modes, ...known].filter(({ key }) => !dissolved.has(key));
  const keys = keysFor(
    kept.map(({ signatures }) => signatures),
    candidates,
    taken,
  );
  const drafts = kept
    .map(({ parts, all, signatures }, at): Draft => {
      const members = byTypicality(parts, templates, vectors, failures);
      return {
        key: keys[at] ?? "",
        all,
        own: all.filter(isOwn),
        members: members.filter((member) => isOwnAt(member, failures, isOwn)),
        signatures,
      };
    })
    .sort(byWeight);
  return { drafts, rest: ofGroup.filter((each) => !isKept(each)).flatMap(({ all }) => all.filter(isOwn)) };
}

function isOwnAt(
  { at }: PlacedMember,
  failures: readonly FailedAttempt[],
  isOwn: (failure: FailedAttempt) => boolean,
): boolean {
  const failure = failures[at];
  return failure !== undefined && isOwn(failure);
}

function byWeight(one: Draft, other: Draft): number {
  const weight = ({ own }: Draft): readonly [number, number, number] => {
    const failed = failedIn(own);
    return [failed.length, failed.reduce((sum, { costMicroUsd }) => sum + costMicroUsd, 0), own.length];
  };
  const [a, b] = [weight(one), weight(other)];
  return b[0] - a[0] || b[1] - a[1] || b[2] - a[2] || (one.key < other.key ? -1 : 1);
}

function stateOf(
  mode: FailureMode | undefined,
  own: readonly FailedAttempt[],
): { readonly state: ClusterState; readonly since?: { readonly fixedAt: number; readonly failures: number } } {
  if (mode?.state !== "fixed") return { state: "open" };
  const failures = own.filter(({ at }) => at > mode.at).length;
  return { state: failures > 0 ? "came-back" : "fixed", since: { fixedAt: mode.at, failures } };
}

function codesOf(failures: readonly FailedAttempt[]): { code: CheckCode; count: number }[] {
  const counts = new Map<CheckCode, number>();
  for (const { code } of failures) if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
    .slice(0, MOST_CODES);
}
