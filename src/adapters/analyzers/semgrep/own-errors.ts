import { z } from "zod";

const place = z.object({ line: z.number(), col: z.number() });
const output = z.object({
  errors: z.array(
    z.object({
      type: z.unknown(),
      message: z.string().catch(""),
      path: z.string().optional().catch(undefined),
      spans: z
        .array(z.object({ start: place }))
        .optional()
        .catch(undefined),
    }),
  ),
});

/** An error that Semgrep met in one file. */
export interface SemgrepFileError {
  /** As Semgrep printed it. */
  readonly path: string;
  /** Whether its parser gave up on a part of the file; other kinds are time-outs and the like. */
  readonly isSyntax: boolean;
  /** `line:column message`, one line. */
  readonly text: string;
}

/** Errors about files in Semgrep's JSON (semgrep_output_v1.atd, `core_error`); empty for anything else. */
export function fileErrors(text: string): SemgrepFileError[] {
  const parsed = output.safeParse(JSON.parse(text));
  if (!parsed.success) return [];
  return parsed.data.errors.flatMap(({ type, message, path, spans }) => {
    if (path === undefined) return [];
    const kind = String(Array.isArray(type) ? type[0] : type);
    const start = spans?.[0]?.start ?? { line: 1, col: 1 };
    // The message begins with the place and the staged folder's name.
    const words = message
      .replace(/^.*?(?:error|Error) at line [^\n]*:\d+:\s*/s, "")
      .replace(/\s+/g, " ")
      .trim();
    const isSyntax =
      /^(?:PartialParsing|ParseError|OtherParseError|AstBuilderError|SyntaxError|Syntax error|LexicalError|Lexical error)/.test(
        kind,
      );
    return [{ path, isSyntax, text: `${start.line}:${start.col} ${words || kind}` }];
  });
}
