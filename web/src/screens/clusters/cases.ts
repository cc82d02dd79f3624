import type { FailureCluster } from "../../../../src/domain/cluster.ts";
import type { JobOrder, JobResult } from "../../../../src/server/job-api.ts";
import { plural } from "../../text/figures.ts";
import { toast } from "../../view/toasts.tsx";

type Examples = Pick<FailureCluster, "examples">;

/** Makes an eval case of each example of a cluster. */
export function casesOf({ examples }: Examples): JobOrder {
  return { kind: "case", ids: examples.map(({ attemptId }) => attemptId) };
}

/** Where nothing can be started, the commands that do the same. */
export async function copyCommands({ examples }: Examples): Promise<void> {
  const commands = examples.map(({ attemptId }) => `npx patchpro eval add ${attemptId}`).join("\n");
  try {
    await navigator.clipboard.writeText(`${commands}\n`);
    toast(`${plural(examples.length, "command")} copied: each makes an eval case of an example.`);
  } catch {
    // pages from a folder may not write to the clipboard
    toast(commands);
  }
}

/** What became of cases, in few words. */
export function saidOfCases({ cases }: Extract<JobResult, { kind: "case" }>): string {
  const made = cases.filter((each) => each.made).length;
  return made === cases.length
    ? `${plural(made, "eval case")} made.`
    : `${plural(made, "eval case")} made, ${cases.length - made} not: why stands above.`;
}
