import { Worker } from "node:worker_threads";
import { messageOf, PatchProError } from "../../../domain/errors.ts";
import { type CheckReply, type CheckRequest, checkReply } from "./worker-messages.ts";

/** Milliseconds for one text; Ruff needs about 0.1 s per 1,000 lines in WebAssembly. */
const TEXT_TIMEOUT_MS = 60_000;
const SCRIPT = new URL(import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js", import.meta.url);

type Question = Omit<CheckRequest, "id">;

interface Job {
  readonly question: Question;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (reply: CheckReply) => void;
  readonly reject: (error: unknown) => void;
}

interface Hand {
  readonly worker: Worker;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** Worker threads that hold the embedded Ruff: started when there is work, each busy with one text at a time. */
export interface RuffPool {
  /** Throws `PatchProError("analyzer")` if the worker dies or needs more than a minute, the signal's reason if called off. */
  ask(question: Question, signal?: AbortSignal): Promise<CheckReply>;
  close(): Promise<void>;
}

export function createRuffPool(size: number): RuffPool {
  const waiting: Job[] = [];
  const hands = new Set<Hand>();

  const settle = (hand: Hand): Job | undefined => {
    const { job } = hand;
    clearTimeout(hand.timer);
    hand.job = undefined;
    return job;
  };
  const lose = (hand: Hand, problem: string): void => {
    hands.delete(hand);
    const job = settle(hand);
    void hand.worker.terminate();
    job?.reject(
      new PatchProError(
        "analyzer",
        `The embedded Ruff ${problem}.`,
        "Install Ruff (`pip install ruff`): PatchPro then uses that one.",
      ),
    );
    work();
  };
  const start = (): Hand => {
    const hand: Hand = { worker: new Worker(SCRIPT), job: undefined, timer: undefined };
    hand.worker.unref();
    hand.worker.on("message", (message: unknown) => {
      const job = settle(hand);
      const reply = checkReply.safeParse(message);
      if (reply.success) job?.resolve(reply.data);
      else job?.reject(reply.error);
      if (waiting.length === 0) hand.worker.unref();
      work();
    });
    hand.worker.on("error", (error) => lose(hand, `crashed: ${messageOf(error)}`));
    hand.worker.on("exit", (code) => {
      if (hands.has(hand)) lose(hand, `ended with code ${code}`);
    });
    hands.add(hand);
    return hand;
  };
  const work = (): void => {
    while (waiting.length > 0) {
      const idle = [...hands].find((hand) => hand.job === undefined) ?? (hands.size < size ? start() : undefined);
      const job = idle && waiting.shift();
      if (!idle || !job) return;
      if (job.signal?.aborted) {
        job.reject(job.signal.reason);
        continue;
      }
      idle.job = job;
      idle.timer = setTimeout(
        () => lose(idle, `did not finish one text within ${TEXT_TIMEOUT_MS / 1000} s`),
        TEXT_TIMEOUT_MS,
      );
      // A worker with work keeps the process alive, an idle one does not.
      idle.worker.ref();
      idle.worker.postMessage({ ...job.question, id: 0 } satisfies CheckRequest);
    }
  };

  return {
    ask: (question, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        waiting.push({ question, signal, resolve, reject });
        work();
      }),
    async close() {
      const ending = [...hands].map((hand) => {
        hands.delete(hand);
        settle(hand)?.reject(new PatchProError("analyzer", "The embedded Ruff was closed.", "Run it again."));
        return hand.worker.terminate();
      });
      for (const job of waiting.splice(0))
        job.reject(new PatchProError("analyzer", "The embedded Ruff was closed.", "Run it again."));
      await Promise.all(ending);
    },
  };
}
