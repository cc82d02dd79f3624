export function withLock(lock, work) {
  lock.held = true;
  try {
    return work();
  } finally {
    lock.held = false;
    return undefined;
  }
}
