import { z } from "zod";
import { type ArtifactLocation, artifact, artifactLocation, type Run } from "./schema.ts";

const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|[/\\])/i;
const bases = z.record(z.string(), artifactLocation.catch({}));
const hashes = z.record(z.string(), z.unknown());
/** 2.0.0 held hashes as a list. */
const hashList = z.array(z.object({ algorithm: z.string(), value: z.string() }));
type Artifact = z.infer<typeof artifact>;

/** The files that a SARIF run names: URIs of locations, source that came along, hashes, roots. */
export class Artifacts {
  readonly #artifacts: readonly Artifact[];
  readonly #bases: z.infer<typeof bases>;

  constructor({ artifacts, files, originalUriBaseIds }: Run) {
    this.#artifacts = listOf(artifacts ?? files);
    this.#bases = bases.safeParse(originalUriBaseIds).data ?? {};
  }

  /**
   * The URI of a location as the run means it: its own, or by index into the run's artifacts, joined with its chain of
   * base ids (SARIF 2.1.0, 3.14.14). Relative where a base is not known: then it is relative to the repository.
   */
  uri(location: ArtifactLocation | null | undefined): string | undefined {
    if (!location) return undefined;
    const own = location.uri ? location : this.#byIndex(location.index ?? location.fileIndex);
    return own?.uri ? this.#join(own.uri, own.uriBaseId ?? location.uriBaseId) : undefined;
  }

  /** Absolute URIs of the bases: where the sources lay when they were analyzed. */
  get roots(): string[] {
    const uris = Object.keys(this.#bases).map((id) => this.#join("", id));
    return [...new Set(uris.filter((uri) => ABSOLUTE.test(uri)))];
  }

  get embedded(): Map<string, string> {
    return this.#collect(({ contents }) => contents?.text ?? undefined);
  }

  /** SHA-256 in lower-case hex. */
  get hashes(): Map<string, string> {
    return this.#collect((one) => sha256(one.hashes));
  }

  #collect(value: (one: Artifact) => string | undefined): Map<string, string> {
    const found = new Map<string, string>();
    for (const one of this.#artifacts) {
      const uri = this.uri(one.location ?? one.fileLocation);
      const held = value(one);
      if (uri !== undefined && held !== undefined) found.set(uri, held);
    }
    return found;
  }

  #byIndex(index: number | null | undefined): ArtifactLocation | null | undefined {
    const found = index === null || index === undefined ? undefined : this.#artifacts[index];
    return found?.location ?? found?.fileLocation;
  }

  #join(uri: string, baseId: string | null | undefined): string {
    let joined = uri;
    let id = baseId;
    for (const seen = new Set<string>(); id && !ABSOLUTE.test(joined) && !seen.has(id); ) {
      seen.add(id);
      const base: ArtifactLocation | undefined = Object.hasOwn(this.#bases, id) ? this.#bases[id] : undefined;
      if (base?.uri) joined = `${base.uri.replace(/\/$/, "")}/${joined}`;
      id = base?.uriBaseId;
    }
    return joined;
  }
}

/** 2.1.0 has a list; 2.0.0 drafts had an object whose keys are the URIs. */
function listOf(value: unknown): Artifact[] {
  if (Array.isArray(value)) return value.map((one) => artifact.safeParse(one).data ?? { hashes: undefined });
  const keyed = z.record(z.string(), artifact.catch({ hashes: undefined })).safeParse(value).data ?? {};
  return Object.entries(keyed).map(([uri, one]) => ({ ...one, location: one.location ?? one.fileLocation ?? { uri } }));
}

function sha256(value: unknown): string | undefined {
  const listed = hashList.safeParse(value).data?.map(({ algorithm, value }) => [algorithm, value] as const);
  const entries: readonly (readonly [string, unknown])[] = listed ?? Object.entries(hashes.safeParse(value).data ?? {});
  for (const [algorithm, hash] of entries) {
    if (/^sha-?256$/i.test(algorithm) && typeof hash === "string" && /^[0-9a-f]{64}$/i.test(hash))
      return hash.toLowerCase();
  }
  return undefined;
}
