import { z } from "zod";
import { CRITERIA, type Judge } from "../../../domain/judge.ts";
import type { Engine } from "../engine.ts";
import { given } from "../given.ts";
import { words } from "../read/stored-words.ts";
import type { Row } from "../schema/tables.ts";
import { insertStatements, rowFor } from "./statements.ts";

export const criterion = z.enum(CRITERIA);
const params = z.object({ maxOutputTokens: z.number(), temperature: z.number().exactOptional() });

export async function addJudge(engine: Engine, judge: Judge): Promise<void> {
  const row = rowFor("judge", {
    id: judge.id,
    criterion: judge.criterion,
    model: judge.model,
    params_json: JSON.stringify(judge.params),
    prompt: judge.prompt,
    prompt_hash: judge.promptSha,
    rubric_hash: judge.rubricSha,
    examples_json: JSON.stringify(judge.examples),
    created_at: judge.createdAt,
  });
  await engine.transact(insertStatements([row]));
}

export async function judges(engine: Engine): Promise<Judge[]> {
  const rows = await engine.reads
    .selectFrom("judge")
    .selectAll()
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(judgeOf);
}

function judgeOf(row: Row<"judge">): Judge {
  const { maxOutputTokens, temperature } = params.parse(JSON.parse(row.params_json));
  return {
    id: row.id,
    criterion: criterion.parse(row.criterion),
    model: row.model,
    params: { maxOutputTokens, ...given("temperature", temperature) },
    prompt: row.prompt,
    promptSha: row.prompt_hash,
    rubricSha: row.rubric_hash,
    examples: words.parse(JSON.parse(row.examples_json)),
    createdAt: row.created_at,
  };
}
