import { existsSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";

const MEMORY = "/dev/shm";
const ENOUGH_BYTES = 2 ** 30;

/** Where throw-away folders go. Thousands of small files come and go: memory is several times faster than a disk, where there is enough of it. */
export function roomiestTemporaryFolder(): string {
  if (process.platform !== "linux" || !existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ENOUGH_BYTES ? MEMORY : tmpdir();
}
