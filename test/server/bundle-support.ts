import { runInNewContext } from "node:vm";
import { ruleFamily } from "../../src/adapters/stores/write/rows.ts";
import type { TraceStore } from "../../src/ports/store.ts";
import type { ConfigAnswer } from "../../src/server/api.ts";
import type { LoadData } from "../../src/server/bundle/reader.ts";
import { bundleData } from "../../src/server/bundle/write.ts";
import { NOW } from "./support.ts";

const CONFIG: ConfigAnswer = {
  toolVersion: "1.2.3",
  repository: "shop",
  readOnly: true,
  token: false,
  models: [],
  can: { label: false, correct: false, playground: false, live: false, work: false },
  rater: undefined,
};

/** A bundle's files, and a way to load one as a browser does: by running it. */
export async function bundleOf(store: TraceStore) {
  const files = new Map<string, string>();
  for await (const { name, text } of bundleData({ store, config: CONFIG, madeAt: NOW, familyOf: ruleFamily }))
    files.set(name, text);
  const load: LoadData = async <Value>(name: string): Promise<Value> => {
    const script = files.get(`data/${name}.js`);
    if (script === undefined) throw new Error(`there is no data/${name}.js`);
    const handed: [string, string][] = [];
    // Strings are of no realm: what the script's own realm parsed is written again and read in ours.
    runInNewContext(script, {
      patchproData: (given: string, value: object) => handed.push([given, JSON.stringify(value)]),
    });
    const [[given, json] = ["", ""]] = handed;
    if (given !== name || handed.length !== 1)
      throw new Error(`data/${name}.js handed over ${handed.map(([one]) => one).join(", ")}`);
    const value: Value = JSON.parse(json);
    return value;
  };
  return { files, load };
}
