import type { CheckResult } from "../../../domain/check.ts";
import type { Engine, Statement } from "../engine.ts";
import { checkName } from "../read/stored-words.ts";
import { textsAt } from "../read/texts.ts";
import { searchTexts } from "./batch.ts";
import { indexStatements } from "./search-text.ts";

const AT_ONCE = 200;

/** Makes attempts searchable whose rows came another way than through a recorder. */
export async function reindex(engine: Engine, attemptIds: readonly string[]): Promise<void> {
  for (let at = 0; at < attemptIds.length; at += AT_ONCE) {
    const statements = await statementsFor(engine, attemptIds.slice(at, at + AT_ONCE));
    await engine.transact(statements);
  }
}

async function statementsFor(engine: Engine, ids: readonly string[]): Promise<Statement[]> {
  const [attempts, failures] = await Promise.all([
    engine.reads
      .selectFrom("attempt")
      .select(["id", "reason", "prompt_sha", "feedback_sha", "reply_sha", "patch_sha"])
      .where("id", "in", ids)
      .execute(),
    engine.reads
      .selectFrom("check_result")
      .select(["attempt_id", "name", "ms", "detail"])
      .where("attempt_id", "in", ids)
      .where("status", "=", "fail")
      .orderBy("ord")
      .execute(),
  ]);
  const texts = await textsAt(
    engine,
    attempts.flatMap((row) => [row.prompt_sha, row.feedback_sha, row.reply_sha, row.patch_sha]),
  );
  return attempts.flatMap((row) => {
    const checks = failures
      .filter((check) => check.attempt_id === row.id)
      .map(
        (check): CheckResult => ({
          name: checkName.parse(check.name),
          status: "fail",
          ms: check.ms,
          detail: check.detail,
        }),
      );
    const [feedback, reply, patch] = [texts.at(row.feedback_sha), texts.at(row.reply_sha), texts.at(row.patch_sha)];
    const found = searchTexts(
      { prompt: texts.at(row.prompt_sha) ?? "", ...(feedback !== undefined && { feedback }) },
      {
        ...(row.reason !== null && { reason: row.reason }),
        ...(reply !== undefined && { reply }),
        ...(patch !== undefined && { patch }),
        checks,
      },
    );
    return indexStatements(engine.dialect, row.id, found);
  });
}
