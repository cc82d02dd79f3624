import { z } from "zod";

/** One text to check, or `text: undefined` to be told the version. */
export interface CheckRequest {
  readonly id: number;
  /** Names the options: the worker keeps one Ruff workspace per key. */
  readonly key: string;
  /** As in `ruff.toml`. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Without a byte-order mark. */
  readonly text: string | undefined;
}

/** 1-based lines, 1-based UTF-16 columns, end exclusive. */
const place = z.object({ row: z.number(), column: z.number() });
const edit = z.object({ content: z.string().nullable(), location: place, end_location: place });
const diagnostic = z.object({
  code: z.string().nullable(),
  message: z.string(),
  start_location: place,
  end_location: place,
  fix: z.object({ message: z.string().nullable(), edits: z.array(edit) }).nullable(),
});
export type WasmDiagnostic = z.infer<typeof diagnostic>;

/** What a worker answers. The shape of diagnostics is that of @astral-sh/ruff-wasm-nodejs 0.17. */
export const checkReply = z.object({
  id: z.number(),
  version: z.string(),
  diagnostics: z.array(diagnostic),
  /** What of the configuration the embedded Ruff does not know and went without. */
  ignored: z.array(z.string()),
  /** Why there are no diagnostics: the configuration was refused, or Ruff crashed. */
  failure: z.object({ kind: z.enum(["configuration", "crash"]), message: z.string() }).optional(),
});
export type CheckReply = z.infer<typeof checkReply>;
