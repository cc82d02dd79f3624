import type { SynthRecord } from "../../src/eval/synth/record.ts";

/** A violation in a planted file. */
export interface PlantedAim extends Pick<SynthRecord, "id" | "recipe" | "rule" | "family" | "language" | "path"> {
  /** 1-based, `endLine` inclusive. */
  readonly startLine: number;
  readonly endLine: number;
}

/** A file with one violation or several, and the same file without. */
export interface Planted {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  readonly language: SynthRecord["language"];
  readonly ignore: readonly string[];
  readonly aims: readonly PlantedAim[];
}

/** A synthetic finding in its file. */
export function plantedOf(record: SynthRecord): Planted {
  const { path, before, after, language, ignore, finding } = record;
  const { id, recipe, rule, family } = record;
  const { startLine, endLine = startLine } = finding;
  return {
    path,
    before,
    after,
    language,
    ignore,
    aims: [{ id, recipe, rule, family, language, path, startLine, endLine }],
  };
}
