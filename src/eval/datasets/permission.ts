import type { RefusalReason } from "../../domain/dataset.ts";

/** What the owner of a repository's code allows. */
export interface RepositoryPermission {
  readonly consent: boolean;
  /** SPDX ids of the licences that its code is under; all of them hold. */
  readonly licences: readonly string[];
}

/** Who allowed what, and which licences are wanted. */
export interface Permissions {
  of(repository: string): RepositoryPermission;
  /** Only these; undefined: any that is stated. */
  readonly licences: readonly string[] | undefined;
}

/** Why the code of a repository may not be trained on; undefined if it may. */
export function forbids(
  repository: string,
  permissions: Permissions,
): { readonly reason: RefusalReason; readonly detail: string } | undefined {
  const name = repository === "" ? "a repository without a name" : repository;
  const { consent, licences } = permissions.of(repository);
  if (!consent) return { reason: "no-consent", detail: `nobody consented for ${name}` };
  if (licences.length === 0) return { reason: "no-licence", detail: `no licence is stated for ${name}` };
  const wanted = permissions.licences?.map((licence) => licence.toLowerCase());
  const other = licences.find((licence) => wanted && !wanted.includes(licence.toLowerCase()));
  return other === undefined
    ? undefined
    : { reason: "licence-not-allowed", detail: `${name} is under ${other}, which is not among those asked for` };
}
