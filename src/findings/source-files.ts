import { createHash } from "node:crypto";
import { encodeText, type SourceText } from "../domain/text.ts";
import { type LineEnds, LineIndex } from "../patch/lines.ts";
import type { Workspace } from "../ports/workspace.ts";

/** What collecting needs of the repository. */
export type SourceReader = Pick<Workspace, "read" | "resolve">;

/** What stands behind a URI of a report. */
export type Lookup =
  | { readonly kind: "outside" }
  | { readonly kind: "missing"; readonly path: string }
  | { readonly kind: "file"; readonly file: SourceFile };

/** One file of the repository, read once. */
export class SourceFile {
  readonly path: string;
  readonly source: SourceText;
  readonly #indexes = new Map<LineEnds, LineIndex>();
  #sha256: string | undefined;

  constructor(path: string, source: SourceText) {
    this.path = path;
    this.source = source;
  }

  get text(): string {
    return this.source.text;
  }

  /** SHA-256 of the bytes, in lower-case hex. */
  get sha256(): string {
    this.#sha256 ??= createHash("sha256").update(encodeText(this.source)).digest("hex");
    return this.#sha256;
  }

  index(lineEnds: LineEnds): LineIndex {
    const known = this.#indexes.get(lineEnds) ?? new LineIndex(this.text, lineEnds);
    this.#indexes.set(lineEnds, known);
    return known;
  }
}

/** The files that the reports of one run name; each is resolved and read once. */
export class SourceFiles {
  readonly #reader: SourceReader;
  readonly #base: string | undefined;
  readonly #byUri = new Map<string, Promise<Lookup>>();
  readonly #byPath = new Map<string, Promise<SourceFile | undefined>>();

  /** `base`: the folder below the root that relative paths are relative to. */
  constructor(reader: SourceReader, base?: string) {
    this.#reader = reader;
    this.#base = base;
  }

  /** The file that `uri` means; `roots` are where the report says its sources lay (a checkout elsewhere). */
  async find(uri: string, roots: readonly string[] = []): Promise<Lookup> {
    let found = await this.#lookUp(uri);
    for (const root of roots.toSorted((a, b) => a.length - b.length)) {
      if (found.kind === "file") break;
      const prefix = root.endsWith("/") ? root : `${root}/`;
      if (!uri.startsWith(prefix)) continue;
      const moved = await this.#lookUp(uri.slice(prefix.length));
      if (moved.kind === "file" || found.kind === "outside") found = moved;
    }
    return found;
  }

  #lookUp(uri: string): Promise<Lookup> {
    const known = this.#byUri.get(uri) ?? this.#read(uri);
    this.#byUri.set(uri, known);
    return known;
  }

  async #read(uri: string): Promise<Lookup> {
    const path = await this.#reader.resolve(uri, this.#base);
    if (path === undefined) return { kind: "outside" };
    const reading = this.#byPath.get(path) ?? this.#open(path);
    this.#byPath.set(path, reading);
    const file = await reading;
    return file ? { kind: "file", file } : { kind: "missing", path };
  }

  async #open(path: string): Promise<SourceFile | undefined> {
    const source = await this.#reader.read(path);
    return source && new SourceFile(path, source);
  }
}
