import { messageOf } from "../domain/errors.ts";
import type { TraceRecord } from "../domain/trace.ts";
import type { TraceWriter } from "../ports/store.ts";

export interface WriteQueueOptions {
  /** Records that are written at once at the latest. */
  readonly batch: number;
  /** Milliseconds after which what waits is written. */
  readonly delayMs: number;
  /** Records that may wait while the store cannot be written; the oldest are dropped then. */
  readonly capacity: number;
  readonly warn: (message: string) => void;
}

const RETRY_MS = 1000;
const LAST_TRIES = 3;

/**
 * Records on their way to a store, in order: many in one transaction, one transaction at a time. A store that is busy is
 * tried again a second later; a record that cannot be written is dropped with a warning. Nothing here throws.
 */
export class WriteQueue {
  readonly #writer: TraceWriter;
  readonly #options: WriteQueueOptions;
  #waiting: TraceRecord[] = [];
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;
  #pausedUntil = 0;
  #dropped = 0;

  constructor(writer: TraceWriter, options: WriteQueueOptions) {
    this.#writer = writer;
    this.#options = options;
  }

  add(record: TraceRecord): void {
    this.#waiting.push(record);
    const excess = this.#waiting.length - this.#options.capacity;
    if (excess > 0) {
      this.#waiting.splice(0, excess);
      this.#drop(excess, "the store could not be written for too long");
    }
    if (this.#waiting.length >= this.#options.batch) this.flush();
    else this.#flushLater(this.#options.delayMs);
  }

  /** Writes what waits: at once where the store is in this process, else as soon as the write before is done. */
  flush(): void {
    this.#write(() => true);
  }

  /** Writes the beginnings that wait now; the endings, which are dearer, go with the next batch. */
  flushBeginnings(): void {
    this.#write(({ kind }) => kind === "run" || kind === "repair" || kind === "attempt");
  }

  #write(which: (record: TraceRecord) => boolean): void {
    if (this.#writing || this.#waiting.length === 0) return;
    if (performance.now() < this.#pausedUntil) {
      this.#flushLater(RETRY_MS);
      return;
    }
    const batch = this.#waiting.filter(which);
    this.#waiting = this.#waiting.filter((record) => !which(record));
    try {
      const pending = this.#writer.write(batch);
      if (pending) this.#writing = this.#finish(pending, batch);
    } catch (error) {
      this.#failed(batch, error);
    }
  }

  /** Resolves when everything was written, or given up on. */
  async close(): Promise<void> {
    for (let tries = 0; tries < LAST_TRIES && (this.#writing || this.#waiting.length > 0); tries += 1) {
      await this.#writing;
      this.#pausedUntil = 0;
      this.flush();
      await this.#writing;
    }
    clearTimeout(this.#timer);
    if (this.#waiting.length > 0) this.#drop(this.#waiting.length, "the store stayed busy");
    this.#waiting = [];
  }

  async #finish(pending: Promise<void>, batch: readonly TraceRecord[]): Promise<void> {
    try {
      await pending;
    } catch (error) {
      this.#failed(batch, error);
      return;
    }
    this.#done();
  }

  #done(): void {
    this.#writing = undefined;
    if (this.#waiting.length > 0) this.#flushLater(0);
  }

  #failed(batch: readonly TraceRecord[], error: unknown): void {
    if (isBusy(error)) {
      this.#waiting = [...batch, ...this.#waiting];
      this.#pausedUntil = performance.now() + RETRY_MS;
      this.#writing = undefined;
      this.#flushLater(RETRY_MS);
    } else {
      this.#writing = this.#oneByOne(batch);
    }
  }

  /** One bad record must not take the others with it. */
  async #oneByOne(batch: readonly TraceRecord[]): Promise<void> {
    for (const record of batch) {
      try {
        await this.#writer.write([record]);
      } catch (error) {
        this.#drop(1, messageOf(error));
      }
    }
    this.#done();
  }

  #flushLater(ms: number): void {
    if (this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.flush();
    }, ms);
    this.#timer.unref();
  }

  #drop(count: number, why: string): void {
    if (this.#dropped === 0) this.#options.warn(`Traces are incomplete: a record could not be written (${why}).`);
    this.#dropped += count;
  }
}

function isBusy(error: unknown): boolean {
  return /database is locked|busy|ECONNREFUSED|ECONNRESET|terminating connection|timeout/i.test(messageOf(error));
}
