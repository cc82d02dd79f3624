/** Turns texts into vectors whose angles say how alike the texts are. Rejects with `PatchProError` when it cannot. */
export interface Embedder {
  /** As it is kept with a run: `lexical`, `openai:text-embedding-3-small`. */
  readonly name: string;
  /** One vector for each text, in order, all of one length. */
  embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
}
