import { decodeBlob } from "../codec.ts";
import type { Engine } from "../engine.ts";

/** The address of a text as a row holds it: 32 bytes, or nothing. */
export type TextAddress = Uint8Array | null | undefined;

const AT_ONCE = 500;

/** Texts by their addresses. */
export class Texts {
  readonly #byHex: ReadonlyMap<string, string>;

  constructor(byHex: ReadonlyMap<string, string>) {
    this.#byHex = byHex;
  }

  /** The text at an address; undefined if there is no address, or no text at it. */
  at(address: TextAddress): string | undefined {
    return address ? this.#byHex.get(hexOf(address)) : undefined;
  }
}

/** Reads the texts at these addresses. */
export async function textsAt(engine: Engine, addresses: readonly TextAddress[]): Promise<Texts> {
  const wanted = new Map<string, Uint8Array>();
  for (const address of addresses) if (address && address.length > 0) wanted.set(hexOf(address), address);
  const byHex = new Map<string, string>();
  const all = [...wanted.values()];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const rows = await engine.reads
      .selectFrom("blob")
      .select(["sha256", "codec", "body"])
      .where("sha256", "in", all.slice(at, at + AT_ONCE))
      .execute();
    for (const row of rows) byHex.set(hexOf(row.sha256), decodeBlob(hexOf(row.sha256), row.codec, row.body));
  }
  return new Texts(byHex);
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}
