/** Bounds a whole exchange by time and by the caller's signal. */
export interface Deadline {
  /** Aborted at the deadline or by the caller. */
  readonly signal: AbortSignal;
  /** Why it aborted; undefined as long as it did not. */
  readonly ended: () => "timed-out" | "stopped" | undefined;
  /** Settles with the work, or with `otherwise` at the deadline, also when the work does not obey the signal. */
  bound<T>(work: Promise<T>, otherwise: (why: "timed-out" | "stopped") => T): Promise<T>;
  [Symbol.dispose](): void;
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Starts a deadline of `ms` milliseconds from now. */
export function startDeadline(ms: number, caller?: AbortSignal): Deadline {
  const control = new AbortController();
  const wait = Math.min(Math.max(0, Number.isNaN(ms) ? 0 : ms), LONGEST_TIMER_MS);
  const timer = setTimeout(() => control.abort(new DOMException("the time is up", "TimeoutError")), wait);
  const stop = () => control.abort(new DOMException("stopped by the caller", "AbortError"));
  if (caller?.aborted) stop();
  caller?.addEventListener("abort", stop, { once: true });
  const { signal } = control;
  const why = () =>
    signal.reason instanceof DOMException && signal.reason.name === "TimeoutError" ? "timed-out" : "stopped";
  return {
    signal,
    ended: () => (signal.aborted ? why() : undefined),
    bound: (work, otherwise) =>
      new Promise((resolve, reject) => {
        const end = () => resolve(otherwise(why()));
        if (signal.aborted) end();
        signal.addEventListener("abort", end, { once: true });
        void work.then(resolve, reject).finally(() => signal.removeEventListener("abort", end));
      }),
    [Symbol.dispose]() {
      clearTimeout(timer);
      caller?.removeEventListener("abort", stop);
    },
  };
}
