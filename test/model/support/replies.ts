import type { ModelReply, ModelRequest } from "../../../src/ports/provider.ts";

/** One edit of whole lines. */
export interface LineEdit {
  readonly finding?: readonly number[];
  readonly path?: string;
  readonly line: number;
  readonly endLine?: number;
  readonly old: string;
  readonly new: string;
}

/** A structured reply about one file; `notFixed` makes it a batch's. */
export function jsonReply(
  edits: readonly LineEdit[],
  more: {
    readonly notFixed?: readonly { finding: number; reason: string }[];
    readonly unfixable?: string;
    readonly path?: string;
  } = {},
): string {
  const { notFixed, unfixable = null, path: file = "a.py" } = more;
  return JSON.stringify({
    edits: edits.map(({ finding, path = file, line, endLine = line, old, new: replacement }) => ({
      ...(finding && { finding }),
      path,
      startLine: line,
      endLine,
      original: old,
      replacement,
    })),
    ...(notFixed && { notFixed }),
    explanation: "fixed",
    unfixable,
  });
}

/** A provider's failure. */
export function failure(
  code: Extract<ModelReply, { ok: false }>["code"],
  more: Partial<Extract<ModelReply, { ok: false }>> = {},
): ModelReply {
  const usage = {
    inputTokens: undefined,
    outputTokens: undefined,
    cachedInputTokens: undefined,
    reasoningTokens: undefined,
  };
  return {
    ok: false,
    code,
    reason: `the server said ${code}`,
    retryable: false,
    usage,
    costUsd: 0,
    latencyMs: 1,
    transportRetries: 0,
    ...more,
  };
}

/** The numbered lines that a prompt shows: number and text. */
export function shownLines({ user }: Pick<ModelRequest, "user">): { readonly number: number; readonly text: string }[] {
  const code = /<file-(\w+)>\n([\s\S]*?)\n<\/file-\1>/.exec(user)?.[2] ?? "";
  return [...code.matchAll(/^ *(\d+) \| ?(.*)$/gm)].map(([, number, text]) => ({
    number: Number(number),
    text: text ?? "",
  }));
}

/** The findings that a prompt lists: number, rule and first line. */
export function listedFindings({
  user,
}: Pick<ModelRequest, "user">): { readonly number: number; readonly rule: string; readonly line: number }[] {
  const list = /<findings-(\w+)>\n([\s\S]*?)\n<\/findings-\1>/.exec(user)?.[2] ?? "";
  return [...list.matchAll(/^(\d+)\. (\S+) at lines? (\d+)/gm)].map(([, number, rule, line]) => ({
    number: Number(number),
    rule: rule ?? "",
    line: Number(line),
  }));
}

/** Answers every finding of a prompt by rewriting its line; the whole reply of a model that does as it is told. */
export function rewriteLines(
  request: ModelRequest,
  rewrite: (line: string, rule: string) => string,
  path = "a.py",
): string {
  const lines = new Map(shownLines(request).map(({ number, text }) => [number, text]));
  const edits = listedFindings(request).map(({ number, rule, line }) => {
    const old = lines.get(line) ?? "";
    return { finding: [number], line, old, new: rewrite(old, rule) };
  });
  return jsonReply(edits, { path, ...(request.key.task === "repair.batch" && { notFixed: [] }) });
}
