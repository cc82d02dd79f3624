import { z } from "zod";
import type { ClusterName, ClusterRun, FailedAttempt, FailureCluster } from "../../domain/cluster.ts";
import { randomFrom, shuffled } from "../../domain/statistics.ts";
import type { ClusteredFailures } from "./cluster.ts";
import { jaccard } from "./templates.ts";
import { tellingWords } from "./words.ts";

const NEAREST = 3;
const BY_CHANCE = 5;
const OTHERS = 6;
const HELD_OUT = 20;
const LONGEST_SENTENCE = 400;
const MOST_WORDS = 6;

/** One question to a model; undefined if no usable answer came. */
export type AskModel = (question: NamingQuestion) => Promise<string | undefined>;

export type NamingQuestion =
  | { readonly kind: "name"; readonly members: string; readonly others: string }
  | { readonly kind: "check"; readonly definition: string; readonly sentences: string };

const short = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .transform((text) => text.replace(/\s+/g, " ").slice(0, most));
const named = z.object({
  name: short(80),
  definition: short(600),
  test: short(400),
  fix: short(400),
  cites: z.array(z.string()).min(1),
});
const fitting = z.object({ fits: z.array(z.int()) });

/**
 * Names the clusters of a run with a model: from three of the most typical members, five by chance and six neighbours; then
 * asks again whether the definition alone tells up to twenty other members from as many others. A name without known
 * citations, or of more than six words, is not taken; nor is anything taken from people's names.
 */
export async function nameByModel(
  found: ClusteredFailures,
  failures: readonly FailedAttempt[],
  model: string,
  ask: AskModel,
): Promise<ClusterRun> {
  const byAttempt = new Map(failures.map((failure) => [failure.attemptId, failure]));
  const membersOf = Map.groupBy(found.members, ({ clusterId }) => clusterId);
  const clusters: FailureCluster[] = [];
  for (const cluster of found.run.clusters) {
    if (cluster.name.by === "person") {
      clusters.push(cluster);
      continue;
    }
    const own = (membersOf.get(cluster.id) ?? []).flatMap(({ attemptId }) => byAttempt.get(attemptId) ?? []);
    const others = nearestFirst(cluster, found.run.clusters).map(({ id }) =>
      (membersOf.get(id) ?? []).slice(0, OTHERS + HELD_OUT).flatMap(({ attemptId }) => byAttempt.get(attemptId) ?? []),
    );
    const name = await nameOf(own, others, found.run.method.seed, ask);
    clusters.push(name ? { ...cluster, name: { ...name, by: model } } : cluster);
  }
  return { ...found.run, clusters };
}

/** The other clusters, those with most words of their messages in common first. */
function nearestFirst(cluster: FailureCluster, all: readonly FailureCluster[]): FailureCluster[] {
  const wordsOf = ({ signatures }: FailureCluster): Set<string> => new Set(signatures.flatMap(tellingWords));
  const own = wordsOf(cluster);
  return all
    .filter(({ id }) => id !== cluster.id)
    .map((other) => ({ other, alike: jaccard(own, wordsOf(other)) }))
    .sort((a, b) => b.alike - a.alike || a.other.rank - b.other.rank)
    .map(({ other }) => other);
}

/** `others`: members of other clusters, the nearest cluster first. */
async function nameOf(
  members: readonly FailedAttempt[],
  others: readonly (readonly FailedAttempt[])[],
  seed: number,
  ask: AskModel,
): Promise<Omit<ClusterName, "by"> | undefined> {
  const random = randomFrom(seed);
  const chance = shuffled(members.slice(NEAREST), random);
  const shown = [...members.slice(0, NEAREST), ...chance.slice(0, BY_CHANCE)];
  // half of the neighbours from the nearest cluster, one of each further one, then whoever is left
  const oneEach = others.flatMap((each, at) => each.slice(0, at === 0 ? OTHERS / 2 : 1));
  const near = [...new Set([...oneEach, ...others.flat()])].slice(0, OTHERS);
  const strangers = shuffled(
    others.flat().filter((each) => !near.includes(each)),
    random,
  );
  const reply = await ask({
    kind: "name",
    members: shown.map((each, at) => `m${at + 1}: ${sentence(each)}`).join("\n"),
    others: near.map((each) => `- ${sentence(each)}`).join("\n"),
  });
  const parsed = named.safeParse(jsonIn(reply));
  if (!parsed.success || parsed.data.name.split(" ").length > MOST_WORDS) return undefined;
  const cites = parsed.data.cites.flatMap((cite) => {
    const at = Number(/^m(\d{1,2})$/.exec(cite)?.[1]);
    return shown[at - 1]?.attemptId ?? [];
  });
  if (cites.length === 0) return undefined;
  const heldOut = chance.slice(BY_CHANCE, BY_CHANCE + HELD_OUT);
  const f1 = await measured(parsed.data.definition, heldOut, strangers.slice(0, HELD_OUT), random, ask);
  const { name, definition, test, fix: remedy } = parsed.data;
  return { name, definition, test, remedy, cites, ...(f1 !== undefined && { f1 }) };
}

/** F1 of the definition on sentences that the name was not made from; undefined if there are none, or no usable answer came. */
async function measured(
  definition: string,
  members: readonly FailedAttempt[],
  others: readonly FailedAttempt[],
  random: () => number,
  ask: AskModel,
): Promise<number | undefined> {
  if (members.length === 0 || others.length === 0) return undefined;
  const all = shuffled(
    [...members.map((each) => ({ each, fits: true })), ...others.map((each) => ({ each, fits: false }))],
    random,
  );
  const sentences = all.map(({ each }, at) => `${at + 1}: ${sentence(each)}`).join("\n");
  const parsed = fitting.safeParse(jsonIn(await ask({ kind: "check", definition, sentences })));
  if (!parsed.success) return undefined;
  const said = new Set(parsed.data.fits);
  const hits = all.filter(({ fits }, at) => fits && said.has(at + 1)).length;
  const claimed = all.filter((_, at) => said.has(at + 1)).length;
  return claimed + members.length === 0 ? undefined : (2 * hits) / (claimed + members.length);
}

function sentence({ check, code, reason }: FailedAttempt): string {
  return `[${check}${code === undefined ? "" : ` ${code}`}] ${reason.replace(/\s+/g, " ").slice(0, LONGEST_SENTENCE)}`;
}

/** The first JSON object in a reply; undefined if there is none. */
function jsonIn(reply: string | undefined): unknown {
  const text = /\{[\s\S]*\}/.exec(reply ?? "")?.[0];
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
