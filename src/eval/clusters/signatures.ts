import type { FailedAttempt } from "../../domain/cluster.ts";
import { signatureOf } from "../../trace/signature.ts";

/** Failures whose messages are one when everything is masked that differs between two sightings. */
export interface SignatureGroup {
  /** `check:code` and the first masked words (`trace/signature.ts`). */
  readonly signature: string;
  readonly check: string;
  readonly code: string | undefined;
  /** The message of one of them: the most frequent, then the first by text. */
  readonly message: string;
  /** Places in the list of failures, rising. */
  readonly members: readonly number[];
  /** How many of them were findings of each rule family. */
  readonly families: ReadonlyMap<string, number>;
}

/** Groups failures by check and code, then by masked message; in order of the signatures. */
export function bySignature(failures: readonly FailedAttempt[]): SignatureGroup[] {
  const groups = new Map<string, number[]>();
  for (const [at, { check, code, reason }] of failures.entries()) {
    const signature = signatureOf(check, code, reason);
    const members = groups.get(signature);
    if (members) members.push(at);
    else groups.set(signature, [at]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([signature, members]) => groupOf(signature, members, failures));
}

function groupOf(signature: string, members: readonly number[], failures: readonly FailedAttempt[]): SignatureGroup {
  const messages = new Map<string, number>();
  const families = new Map<string, number>();
  for (const at of members) {
    const failure = failures[at];
    if (!failure) continue;
    messages.set(failure.reason, (messages.get(failure.reason) ?? 0) + 1);
    families.set(failure.ruleFamily, (families.get(failure.ruleFamily) ?? 0) + 1);
  }
  const [message = ""] = [...messages].reduce<readonly [string, number]>(
    (best, one) => (one[1] > best[1] || (one[1] === best[1] && one[0] < best[0]) ? one : best),
    ["", 0],
  );
  const first = failures[members[0] ?? 0];
  return { signature, check: first?.check ?? "", code: first?.code, message, members, families };
}
