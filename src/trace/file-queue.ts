import { messageOf } from "../domain/errors.ts";
import type { TraceFile } from "../domain/trace.ts";
import type { TraceFiles } from "../ports/trace-files.ts";

const AT_ONCE = 4;

/** Writes JSON files beside a run, a few at once, in the order of their making. Nothing here throws. */
export class FileQueue {
  readonly #files: TraceFiles;
  readonly #warn: (message: string) => void;
  readonly #waiting: TraceFile[] = [];
  #workers: Promise<void>[] = [];
  #warned = false;

  constructor(files: TraceFiles, warn: (message: string) => void) {
    this.#files = files;
    this.#warn = warn;
  }

  add(file: TraceFile): void {
    this.#waiting.push(file);
    if (this.#workers.length >= AT_ONCE) return;
    const worker: Promise<void> = this.#work().then(() => {
      this.#workers = this.#workers.filter((each) => each !== worker);
    });
    this.#workers.push(worker);
  }

  async close(): Promise<void> {
    while (this.#workers.length > 0) await Promise.all(this.#workers);
  }

  async #work(): Promise<void> {
    // the run goes on first
    await new Promise<void>((resolve) => setImmediate(resolve));
    for (let file = this.#waiting.shift(); file; file = this.#waiting.shift()) {
      try {
        await this.#files.write(file);
      } catch (error) {
        if (!this.#warned) this.#warn(`Trace files are incomplete: ${messageOf(error)}`);
        this.#warned = true;
      }
    }
  }
}
