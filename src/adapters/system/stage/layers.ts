import { basename } from "node:path";
import type { Variant } from "../../../ports/workspace.ts";
import { isConfiguration } from "./configuration-files.ts";

/**
 * Puts variants into numbered layers, so that no layer holds two texts of one file. In `"tree"` isolation, and where a
 * variant adds or removes a file or changes configuration (both change what tools say about its neighbours), a variant
 * has its layer for itself. Gives the layer of each variant, in order.
 */
export function assignLayers(variants: readonly Variant[], isolation: "file" | "tree"): number[] {
  const shares = variants.map((variant) => isolation === "file" && canShare(variant));
  const nextFree = new Map<string, number>();
  const layers = variants.map(({ changes }, index) => {
    if (!shares[index]) return -1;
    // two names that differ in case only are one file on some systems
    const keys = changes.map(({ path }) => path.normalize("NFC").toLowerCase());
    const layer = Math.max(0, ...keys.map((key) => nextFree.get(key) ?? 0));
    for (const key of keys) nextFree.set(key, layer + 1);
    return layer;
  });
  let next = layers.reduce((highest, layer) => Math.max(highest, layer), -1) + 1;
  return layers.map((layer) => (layer === -1 ? next++ : layer));
}

function canShare({ changes }: Variant): boolean {
  return changes.every(
    ({ path, before, after }) => before !== null && after !== null && !isConfiguration(basename(path)),
  );
}
