import { isPlainPath } from "../../adapters/system/paths.ts";
import type { Config } from "../../config/config.ts";
import { PatchProError } from "../../domain/errors.ts";
import type { Finding } from "../../domain/finding.ts";
import type { FileChange } from "../../domain/outcome.ts";
import { verifyPatch } from "../../pipeline/verify-patch.ts";
import type { Climb, FilesAnswer } from "../../server/api.ts";
import type { AttemptPlace, Workbench } from "../../server/tools.ts";
import type { CommandContext } from "../context.ts";
import { changesOfDiff, repairTools, testCommand, type Wired, wire } from "../wire.ts";

/** What corrections and the playground work with. */
export interface Bench extends Workbench {
  readonly wired: () => Promise<Wired>;
  /** Climbs the ladder with a change that is meant to close the findings of an attempt's repair. */
  verify(changes: readonly FileChange[], place: AttemptPlace): Promise<Climb>;
  close(): Promise<void>;
}

/** A bench whose analyzers are started when they are first needed: most who look at traces need none. */
export function openBench(root: string, config: Config, context: CommandContext): Bench {
  let opened: Promise<Wired> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const wired = (): Promise<Wired> => {
    opened ??= wire(root, config, context.environment);
    return opened;
  };
  /** One at a time: analyzers and tests would share two hands. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const verify = async (changes: readonly FileChange[], { trace }: AttemptPlace): Promise<Climb> => {
    const open = await wired();
    const tools = { ...(await repairTools(open, config, context.signal)), ...testCommand(open, config, context) };
    const { checks, failed, diff } = await inTurn(() => verifyPatch(changes, claimsOf(trace.repair.findings), tools));
    return { proved: failed === undefined, checks, patch: Buffer.from(diff).toString("utf8") };
  };
  return {
    wired,
    verify,
    files: async (place) => filesOf(place, await wired()),
    async climb(place, files) {
      const changes = await changesTo(files, await wired());
      return changes.length === 0 ? CHANGES_NOTHING : verify(changes, place);
    },
    close: async () => (await opened)?.close(),
  };
}

const CHANGES_NOTHING: Climb = {
  proved: false,
  checks: [
    {
      name: "anchored",
      status: "fail",
      ms: 0,
      code: "DIFF_EMPTY",
      detail: "The correction leaves every file as it is.",
    },
  ],
  patch: undefined,
};

/** Findings as a repair keeps them have no columns; the ladder finds them by rule, line and message. */
export function claimsOf(findings: AttemptPlace["trace"]["repair"]["findings"]): Finding[] {
  return findings.map((finding) => ({ ...finding, startColumn: 1, endColumn: 1, fixes: [], witnesses: [] }));
}

async function filesOf({ trace, attempt }: AttemptPlace, wired: Wired): Promise<FilesAnswer> {
  const { path } = trace.repair;
  const before = (await wired.workspace.read(path))?.text ?? null;
  const asItStands = [{ path, before, after: before }];
  if (!attempt.patch) return { files: asItStands, stale: undefined };
  try {
    const changes = await changesOfDiff(Buffer.from(attempt.patch), "the patch", wired);
    return {
      files: changes.map((change) => ({ path: change.path, before: change.before, after: change.after })),
      stale: undefined,
    };
  } catch (error) {
    if (error instanceof PatchProError && error.code === "input") return { files: asItStands, stale: error.message };
    throw error;
  }
}

async function changesTo(files: Readonly<Record<string, string | null>>, { workspace }: Wired): Promise<FileChange[]> {
  const changes: FileChange[] = [];
  for (const [path, after] of Object.entries(files)) {
    if (!isPlainPath(path))
      throw new PatchProError(
        "input",
        `${path} is not a path inside the repository.`,
        "Name files relative to its root.",
      );
    const source = await workspace.read(path);
    const before = source?.text ?? null;
    const meant = after === null ? null : withLineEndsOf(before ?? "", after);
    if (meant !== before) changes.push({ path, before, after: meant, encoding: source?.encoding ?? "utf8" });
  }
  return changes;
}

/** A browser's text field gives back only `\n`: a file that ends every line with `\r\n` is to go on doing so. */
export function withLineEndsOf(before: string, after: string): string {
  const onlyCrLf = before.includes("\r\n") && !/(?<!\r)\n/.test(before);
  return onlyCrLf && !after.includes("\r") ? after.replaceAll("\n", "\r\n") : after;
}
