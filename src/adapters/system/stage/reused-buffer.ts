import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import type { SourceText } from "../../../domain/text.ts";
import { errnoOf } from "../disk-error.ts";

const READ_NO_SYMLINK = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);
const FIRST_SIZE = 1 << 16;

/** Memory for one text at a time: thousands of files are compared one after the other, and none needs to be kept. */
export class ReusedBuffer {
  #memory = Buffer.allocUnsafeSlow(FIRST_SIZE);

  /** The bytes of a text, valid until the next call. */
  encoded({ text, encoding }: SourceText): Buffer {
    // No UTF-16 unit takes more than three bytes of UTF-8.
    const memory = this.#atLeast(text.length * (encoding === "utf8" ? 3 : 1));
    return memory.subarray(0, memory.write(text, encoding));
  }

  /** The bytes of a file, valid until the next call; undefined if it does not exist; in words what it is if it is no regular file. */
  readRegular(file: string): Buffer | string | undefined {
    let descriptor: number | undefined;
    try {
      descriptor = openSync(file, READ_NO_SYMLINK);
      const size = fstatSync(descriptor).size;
      // One byte more than it should hold shows whether it holds more.
      const memory = this.#atLeast(size + 1);
      let filled = 0;
      for (let got = -1; got !== 0 && filled < memory.length; filled += got) {
        got = readSync(descriptor, memory, filled, memory.length - filled, null);
      }
      return memory.subarray(0, filled);
    } catch (error) {
      const code = errnoOf(error);
      if (code === "ENOENT" || code === "ENOTDIR") return undefined;
      return "is not a regular file";
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  }

  #atLeast(size: number): Buffer {
    if (this.#memory.length < size) this.#memory = Buffer.allocUnsafeSlow(2 * size);
    return this.#memory;
  }
}
