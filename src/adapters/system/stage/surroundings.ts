import { mkdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Repository } from "../repository.ts";
import { listEntries } from "./companions.ts";
import { makeLink } from "./links.ts";

/**
 * Rebuilds in the stage folder what lies between the git toplevel and the root, so that a tool that looks upwards from
 * a layer finds the configuration and the `node_modules` that it would find above the root. Gives the folder for layers,
 * which stand where the root stands; nothing of the repository is called like a layer there.
 */
export function rebuildSurroundings({ root, toplevel }: Repository, stageFolder: string): string {
  if (root === toplevel) return stageFolder;
  const between = relative(toplevel, root).split(sep);
  let [original, copy] = [toplevel, stageFolder];
  for (const part of between) {
    const isLast = original === dirname(root);
    for (const entry of listEntries(original, stageFolder)) {
      if (entry.name !== part && !(isLast && isLayerName(entry.name))) makeLink(entry, join(copy, entry.name));
    }
    if (isLast) break;
    [original, copy] = [join(original, part), join(copy, part)];
    mkdirSync(copy);
  }
  return copy;
}

function isLayerName(name: string): boolean {
  return /^\d+$/.test(name);
}
