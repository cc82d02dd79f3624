import { decodeBlob } from "../codec.ts";
import type { Engine } from "../engine.ts";

const AT_ONCE = 500;

/** The texts at these addresses; one that is missing is left out. */
export async function textsOf(
  engine: Engine,
  addresses: Iterable<string | null | undefined>,
): Promise<Map<string, string>> {
  const wanted = [...new Set(addresses)].filter((address) => typeof address === "string" && address !== "");
  const texts = new Map<string, string>();
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    const rows = await engine.reads
      .selectFrom("blob")
      .select(["sha256", "codec", "body"])
      .where(
        "sha256",
        "in",
        wanted.slice(at, at + AT_ONCE).filter((address) => address !== null && address !== undefined),
      )
      .execute();
    for (const row of rows) texts.set(row.sha256, decodeBlob(row.sha256, row.codec, row.body));
  }
  return texts;
}
