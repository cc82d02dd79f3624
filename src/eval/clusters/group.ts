import type { ClusterMethod, FailedAttempt } from "../../domain/cluster.ts";
import type { Embedder } from "../../ports/embedder.ts";
import { MASKING_RULES } from "../../trace/signature.ts";
import { byKMeans } from "./by-k-means.ts";
import { byLinkage } from "./by-linkage.ts";
import { bySignature } from "./signatures.ts";
import { silhouetteOf } from "./silhouette.ts";
import { embeddedSpace, embeddedText, lexicalSpace, type Space } from "./space.ts";
import { stabilityOf, stableNumber } from "./stability.ts";
import { type Template, templatesOf } from "./templates.ts";
import { divided } from "./vocabularies.ts";

/** Up to here every template is compared with every other. */
const MOST_LINKED = 2000;

/** Failures in groups, before anything is known of people or of other runs. */
export interface Grouping {
  readonly templates: readonly Template[];
  /** The group of each template, numbers from 0. */
  readonly groups: readonly number[];
  readonly space: Space;
  readonly method: ClusterMethod;
}

export interface GroupOptions {
  /** A model in place of the built-in words. */
  readonly embedder?: Embedder;
  readonly signal?: AbortSignal;
  /** Signatures that people put into a cluster, with its key: never one template with others. */
  readonly pins?: ReadonlyMap<string, string>;
}

/**
 * Check code, masked message, then words: the failures in groups of one cause. The same for the same failures and seed.
 * Rejects if an embedder is given and cannot answer.
 */
export async function groupFailures(
  failures: readonly FailedAttempt[],
  seed: number,
  { embedder, signal, pins }: GroupOptions = {},
): Promise<Grouping> {
  const signatures = bySignature(failures);
  const templates = templatesOf(signatures, pins);
  const space = embedder
    ? embeddedSpace(templates, await embedder.embed(templates.map(embeddedText), signal))
    : lexicalSpace(templates);
  const found = partition(templates, space, seed);
  const groups = divided(found.groups, templates);
  return {
    templates,
    groups,
    space,
    method: {
      name: found.name,
      embedder: embedder?.name ?? "lexical",
      seed,
      maskingRules: MASKING_RULES,
      signatures: signatures.length,
      groups: new Set(groups).size,
      stability: found.stability,
      silhouette: silhouetteOf(space, groups, templates.map(sizeOf)),
    },
  };
}

function partition(
  templates: readonly Template[],
  space: Space,
  seed: number,
): Pick<ClusterMethod, "name" | "stability"> & { readonly groups: readonly number[] } {
  const isSmall = templates.length <= MOST_LINKED;
  const name = isSmall ? "average linkage" : "k-means";
  if (templates.length < 3) return { name, stability: undefined, groups: byLinkageGroups(space) };
  const { ks, groups, refit } = isSmall ? byLinkage(space) : byKMeans(space, seed);
  const chosen = stableNumber(stabilityOf(ks, templates.map(sizeOf), refit, seed));
  return { name, stability: chosen?.stability, groups: groups(chosen?.k ?? 1) };
}

/** One or two templates: together if they are alike at all. */
function byLinkageGroups(space: Space): number[] {
  const { ks, groups } = byLinkage(space);
  return groups(ks[0] ?? 1);
}

function sizeOf({ members }: Template): number {
  return members.length;
}
