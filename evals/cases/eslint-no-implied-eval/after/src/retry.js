/* global setTimeout */
globalThis.attempts = 0;

export function retryLater(delay) {
  return setTimeout(() => {
    globalThis.attempts += 1;
  }, delay);
}
