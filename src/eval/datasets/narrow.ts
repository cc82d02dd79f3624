import type { DatasetRow, Proved, Refused } from "../../domain/dataset.ts";
import { NearTexts } from "../near/near-texts.ts";
import type { DraftRow } from "./make-row.ts";
import { patchBody } from "./patch-body.ts";
import type { Prove } from "./prove.ts";
import { TOKENS_PER_MESSAGE, type TokenRule } from "./tokens.ts";

/** Where refused attempts are collected. */
export interface Leaving {
  readonly refused: Refused[];
}

/** A row whose tokens are counted. */
export type CountedRow = DraftRow & { readonly row: DatasetRow };
/** A row, and whether it was proved again. */
export type ProvedRow = CountedRow & { readonly proof: Proved };

function leave({ refused }: Leaving, { row }: DraftRow, reason: Refused["reason"], detail: string): void {
  refused.push({ attemptId: row.provenance.attemptId, reason, detail });
}

/** Rows with their tokens, those that are too long left out. */
export function withTokens(drafts: readonly DraftRow[], rule: TokenRule, limit: number, left: Leaving): CountedRow[] {
  return drafts.flatMap(({ row, asked }): CountedRow[] => {
    const texts = [row.system, row.prompt, row.answer, ...(row.notAnswer === undefined ? [] : [row.notAnswer])];
    const tokens = texts.reduce((sum, text) => sum + rule.count(text) + TOKENS_PER_MESSAGE, 0);
    const counted = { row: { ...row, tokens }, asked };
    if (tokens <= limit) return [counted];
    leave(left, counted, "too-long", `about ${tokens} tokens; at most ${limit} are taken`);
    return [];
  });
}

/** The first row of each change, in the order of the labels. */
export function withoutDuplicates(rows: readonly CountedRow[], left: Leaving): CountedRow[] {
  const groups = new Map<string, string>();
  const near = new NearTexts<string>();
  return rows.filter((one) => {
    const { row } = one;
    const { dupGroup, attemptId } = row.provenance;
    const key = `${dupGroup} ${row.notAnswer?.replace(/\s+/g, "") ?? ""}`;
    const text = `${dupGroup.split(" ")[0]}\n${patchBody(row.patch)}\n${row.notAnswer ?? ""}`;
    const equal = groups.get(key);
    const similar = equal === undefined ? near.find(text) : undefined;
    if (equal !== undefined) leave(left, one, "duplicate", `the same change as attempt ${equal}`);
    else if (similar)
      leave(
        left,
        one,
        "duplicate",
        `${Math.floor(similar.similarity * 100)} % the same change as attempt ${similar.name}`,
      );
    else {
      groups.set(key, attemptId);
      near.add(attemptId, text);
      return true;
    }
    return false;
  });
}

/** Rows that the ladder accepts again, or that it cannot be asked about here. */
export async function provedAgain(
  rows: readonly CountedRow[],
  onlyProved: boolean,
  prove: Prove | undefined,
  left: Leaving,
): Promise<ProvedRow[]> {
  const outcomes = await prove?.(rows.map(({ row, asked }) => ({ row, findings: asked.findings })));
  return rows.flatMap((one, at): ProvedRow[] => {
    const outcome = outcomes?.[at] ?? { proved: false as const, why: "not asked for" };
    if ("failed" in outcome) leave(left, one, "not-proved", outcome.failed);
    else if (!outcome.proved && onlyProved) leave(left, one, "not-proved", outcome.why);
    else return [{ ...one, proof: outcome }];
    return [];
  });
}
