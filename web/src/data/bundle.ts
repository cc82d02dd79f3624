import { openBundle } from "../../../src/server/bundle/reader.ts";
import { AskFailure, isFailure } from "./failure.ts";
import type { Source } from "./source.ts";

/** The files beside this page, read as classic scripts: a page opened from a folder may not fetch. */
export function bundleSource(): Source {
  const bundle = openBundle(loader(), () => Date.now());
  const refuse = (): AskFailure =>
    new AskFailure("not-here", "A bundle is read-only.", "Start patchpro ui in the repository's folder for that.");
  return {
    bundled: true,
    get: async <Answer>(path: string): Promise<Answer> => {
      const answer = await bundle.get(path);
      if (isFailure(answer)) throw new AskFailure(answer.error.code, answer.error.message, answer.error.hint);
      return answer as Answer;
    },
    send: () => Promise.reject(refuse()),
  };
}

interface Wanted {
  readonly keep: (value: unknown) => void;
  readonly give: Promise<unknown>;
}

function loader(): <Value>(name: string) => Promise<Value> {
  const wanted = new Map<string, Wanted>();
  Object.assign(globalThis, { patchproData: (name: string, value: unknown) => wanted.get(name)?.keep(value) });
  const load = (name: string): Promise<unknown> => {
    const known = wanted.get(name);
    if (known) return known.give;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    wanted.set(name, { keep: resolve, give: promise });
    const script = document.createElement("script");
    script.src = `data/${name}.js`;
    script.onload = () => script.remove();
    script.onerror = () => {
      wanted.delete(name);
      reject(
        new AskFailure(
          "not-found",
          `The file data/${name}.js is missing.`,
          "Copy the whole folder of the bundle, or make it again with patchpro ui --bundle DIR.",
        ),
      );
    };
    document.head.append(script);
    return promise;
  };
  return <Value>(name: string) => load(name) as Promise<Value>;
}
