/** What an export holds. */
export interface OtlpOptions {
  /** `none`: prompts, replies, patches and messages stay in the store; their hashes go. */
  readonly content: "none" | "full";
  readonly dialect: "genai" | "openinference" | "both";
}

export const DEFAULT_OTLP: OtlpOptions = { content: "none", dialect: "genai" };
