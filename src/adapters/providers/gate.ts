/** Bounds the requests under way at one endpoint; narrows when the endpoint complains, widens when it does not. */
export interface Gate {
  /** Waits for a place, first come, first served; rejects with the signal's reason. The result gives the place back, once. */
  enter(signal: AbortSignal): Promise<() => void>;
  /** The endpoint said 429: half as many from now on, at least one. */
  narrow(): void;
  /** The endpoint answered: one more place after each full round of answers (additive increase). */
  widen(): void;
  /** Places at present. */
  readonly width: number;
}

interface Waiting {
  readonly admit: () => void;
}

/** A gate of `most` places. */
export function createGate(most: number): Gate {
  const ceiling = Math.max(1, Math.floor(most));
  const queue = new Set<Waiting>();
  let width = ceiling;
  let inside = 0;

  const admitNext = () => {
    for (const waiting of queue) {
      if (inside >= Math.floor(width)) return;
      queue.delete(waiting);
      inside += 1;
      waiting.admit();
    }
  };
  const place = () => {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      inside -= 1;
      admitNext();
    };
  };

  return {
    enter(signal) {
      return new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(signal.reason);
          return;
        }
        const leaveQueue = () => {
          queue.delete(waiting);
          reject(signal.reason);
        };
        const waiting: Waiting = {
          admit() {
            signal.removeEventListener("abort", leaveQueue);
            resolve(place());
          },
        };
        signal.addEventListener("abort", leaveQueue, { once: true });
        queue.add(waiting);
        admitNext();
      });
    },
    narrow() {
      width = Math.max(1, Math.floor(width / 2));
    },
    widen() {
      width = Math.min(ceiling, width + 1 / width);
      admitNext();
    },
    get width() {
      return Math.floor(width);
    },
  };
}
