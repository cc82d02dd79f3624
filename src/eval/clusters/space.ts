import { inverseDocumentFrequency, placeOf, termsOf, weighted } from "./features.ts";
import { type SparseVector, scaled, sparse } from "./sparse.ts";
import type { Template } from "./templates.ts";

/** What is known of a failure beside its words, and what it counts against them (1): one code, and little in common, is .33 alike. */
const CODE = 0.7;
const CHECK = 0.1;
const FAMILY = 0.3;
/** Places of an embedding's numbers: beyond those of hashed features. */
const FIRST_EMBEDDED = 2 ** 16;

/** Where templates lie: vectors of length 1, whose product says how alike two are. */
export interface Space {
  readonly size: number;
  /** Vectors of all templates, with the weights of words as a part of the templates has them. */
  fit(sample: readonly number[]): readonly SparseVector[];
}

/** By words and pairs of words (TF-IDF), code, check and rule family. Needs nothing, gives the same everywhere. */
export function lexicalSpace(templates: readonly Template[]): Space {
  const terms = templates.map(({ words }) => termsOf(words));
  const traits = templates.map(traitsOf);
  return {
    size: templates.length,
    fit(sample) {
      const rarity = inverseDocumentFrequency(sample.flatMap((at) => terms[at] ?? []));
      return terms.map((each, at) => unit(weighted(each, rarity), traits[at] ?? new Map()));
    },
  };
}

/** By vectors of a model in place of words. They are centred: those of most models all point one way. */
export function embeddedSpace(templates: readonly Template[], vectors: readonly Float32Array[]): Space {
  const traits = templates.map(traitsOf);
  return {
    size: templates.length,
    fit(sample) {
      const mean = meanOf(sample.flatMap((at) => vectors[at] ?? []));
      return vectors.map((vector, at) => {
        const entries = new Map(
          Array.from(vector, (value, place) => [FIRST_EMBEDDED + place, value - (mean[place] ?? 0)]),
        );
        return unit(scaled(entries), traits[at] ?? new Map());
      });
    },
  };
}

/** The text that a model is asked to embed. */
export function embeddedText({ check, code, words }: Template): string {
  return `${check} failed${code === undefined ? "" : ` (${code.toLowerCase().replaceAll("_", " ")})`}: ${words.join(" ")}`;
}

function traitsOf({ check, code, families, members }: Template): Map<number, number> {
  const traits = new Map([[placeOf(`check:${check}`), CHECK]]);
  if (code !== undefined) traits.set(placeOf(`code:${code}`), CODE);
  // what comes with every rule says little of any: its shares are small
  for (const [family, count] of families) traits.set(placeOf(`family:${family}`), (FAMILY * count) / members.length);
  return traits;
}

function unit(words: ReadonlyMap<number, number>, traits: ReadonlyMap<number, number>): SparseVector {
  const all = new Map(words);
  for (const [place, value] of traits) all.set(place, (all.get(place) ?? 0) + value);
  return sparse(scaled(all));
}

function meanOf(vectors: readonly Float32Array[]): Float64Array {
  const mean = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (const [at, value] of vector.entries()) mean[at] = (mean[at] ?? 0) + value / vectors.length;
  return mean;
}
