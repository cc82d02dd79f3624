import type { SourceText } from "../../domain/text.ts";
import type { EvalCase, Files } from "./case.ts";

/** A case as the files of its folder, ready to be written. */
export function caseFiles({ spec, before, after, tests, replies }: EvalCase): Files {
  const below = (part: string, files: Files): [string, SourceText][] =>
    [...files].map(([path, source]) => [`${part}/${path}`, source]);
  const texts: [string, SourceText][] = [
    ["case.json", { text: `${JSON.stringify(withoutDefaults(spec), null, 2)}\n`, encoding: "utf8" }],
    ...replies.flatMap((text, at): [string, SourceText][] =>
      text === undefined ? [] : [[`reply-${at + 1}.txt`, { text, encoding: "utf8" }]],
    ),
  ];
  return new Map([...texts, ...below("before", before), ...below("after", after), ...tests]);
}

/** What a reader of `case.json` need not be told. */
function withoutDefaults(spec: EvalCase["spec"]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(spec).filter(([, value]) => value !== false && !(Array.isArray(value) && value.length === 0)),
  );
}
