import { existsSync, linkSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { FileChange } from "../../../domain/outcome.ts";
import { encodeText, type SourceText } from "../../../domain/text.ts";
import { errnoOf } from "../disk-error.ts";
import { ReusedBuffer } from "./reused-buffer.ts";

/** The real files of a stage's layers: written before `git apply` runs, read back and compared after. */
export class LayerFiles {
  readonly #root: string;
  readonly #shelf: string;
  readonly #folders = new Set<string>();
  readonly #modes = new Map<string, number>();

  readonly #last = new Map<string, SourceText & { original: string | undefined }>();
  #originals = 0;
  readonly #wanted = new ReusedBuffer();
  readonly #found = new ReusedBuffer();

  /** `root`: the repository, from which files take their executable bit. `stageFolder`: absolute. */
  constructor(root: string, stageFolder: string) {
    this.#root = root;
    this.#shelf = join(stageFolder, ".originals");
  }

  /** Writes what the files hold before the change, as new files (an existing one is an error), in real folders. */
  write(layer: string, changes: readonly FileChange[]): void {
    for (const change of changes) {
      const file = join(layer, change.path);
      this.#makeFolder(dirname(file));
      const { before: text, encoding } = change;
      if (text !== null) this.#writeBefore(file, change, { text, encoding });
    }
  }

  /** Puts the files back as `write` made them, after a git that may have got half-way. */
  restore(layer: string, changes: readonly FileChange[]): void {
    for (const { path } of changes) rmSync(join(layer, path), { force: true, recursive: true });
    // git removes folders that it has emptied
    this.#folders.clear();
    this.write(layer, changes);
  }

  /** The first file whose bytes are not the intended ones, in words; undefined if all are. */
  difference(layer: string, changes: readonly FileChange[]): string | undefined {
    for (const { path, after, encoding } of changes) {
      const intended = after === null ? undefined : this.#wanted.encoded({ text: after, encoding });
      const bytes = this.#found.readRegular(join(layer, path));
      if (typeof bytes === "string") return `${path} ${bytes} after git apply`;
      if (bytes === undefined && intended !== undefined) return `${path} is missing after git apply`;
      if (bytes !== undefined && intended === undefined) return `${path} is still there after git apply`;
      if (bytes !== undefined && intended !== undefined && !bytes.equals(intended)) {
        return `git apply accepts the diff, but ${path} is then not what was intended`;
      }
    }
    return undefined;
  }

  #writeBefore(file: string, change: FileChange, bytes: SourceText): void {
    const original = change.after === change.before ? undefined : this.#sharedOriginal(change.path, bytes);
    try {
      if (original !== undefined) linkSync(original, file);
      else this.#writeNew(file, change.path, bytes);
    } catch (error) {
      // not every file system has hard links, and none has any number of them
      if (original === undefined || errnoOf(error) === "EEXIST") throw error;
      this.#writeNew(file, change.path, bytes);
    }
  }

  /**
   * Many variants begin with the same text: from the second on, the file is one more name of bytes written once.
   * `git apply` never writes into a file; it removes the name and makes a new file.
   */
  #sharedOriginal(path: string, bytes: SourceText): string | undefined {
    const last = this.#last.get(path);
    if (last?.text !== bytes.text || last.encoding !== bytes.encoding) {
      this.#last.set(path, { ...bytes, original: undefined });
      return undefined;
    }
    if (last.original === undefined) {
      if (this.#originals === 0) mkdirSync(this.#shelf, { recursive: true });
      const original = join(this.#shelf, String(this.#originals++));
      this.#writeNew(original, path, bytes);
      last.original = original;
    }
    return last.original;
  }

  #writeNew(file: string, path: string, { text, encoding }: SourceText): void {
    // Node writes UTF-8 text without a detour through a Buffer
    const data = encoding === "utf8" ? text : encodeText({ text, encoding });
    writeFileSync(file, data, { flag: "wx", mode: this.#mode(path) });
  }

  #makeFolder(folder: string): void {
    if (this.#folders.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
  }

  #mode(path: string): number {
    const known = this.#modes.get(path);
    if (known !== undefined) return known;
    const original = join(this.#root, path);
    const mode = 0o644 | (existsSync(original) ? statSync(original).mode & 0o111 : 0);
    this.#modes.set(path, mode);
    return mode;
  }
}
