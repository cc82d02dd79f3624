import { type SqlBool, sql } from "kysely";
import type { TraceQuery, TraceTerm, WordKey } from "../../../domain/trace-query.ts";
import type { Dialect } from "../schema/columns.ts";
import { isMatched, matchingAttempts, type TextTerm, wantedTexts } from "./text-match.ts";
import { allOf, anyOf, type Condition, compares, containsAny, isAny, negate } from "./values.ts";

const MICRO = 1_000_000;
type NumberTerm = Extract<TraceTerm, { kind: "number" }>;

/** What is listed: repairs (`r`), or attempts (`a`) with their repairs (`r`). */
export type Unit = "repair" | "attempt";

/**
 * A query as one condition. A repair fulfils a term on attempts (`model:`, `code:`, texts …) if any of its attempts
 * does; `cost:`, `tokens:`, `latency:` and `outcome:` are about the unit that is listed. `walk`: texts are looked for in
 * one row after the other (see `areCommon`).
 */
export function conditionOf(
  query: TraceQuery,
  unit: Unit,
  dialect: Dialect,
  { walk = false }: { readonly walk?: boolean } = {},
): Condition {
  const texts = wantedTexts(query);
  const others = query.terms.filter((term) => term.kind !== "text" || term.negated);
  return allOf([
    ...(texts.length > 0 ? [walk ? walkedTexts(texts, unit) : textCondition(texts, unit, dialect)] : []),
    ...others.map((term) =>
      term.negated ? negate(termCondition(term, unit, dialect)) : termCondition(term, unit, dialect),
    ),
  ]);
}

function termCondition(term: TraceTerm, unit: Unit, dialect: Dialect): Condition {
  switch (term.kind) {
    case "text":
      return textCondition([term], unit, dialect);
    case "time":
      return compares(
        sql.ref(unit === "repair" ? "r.started_at" : "a.started_at"),
        term.key === "since" ? ">=" : "<",
        term.at,
      );
    case "number":
      return numberCondition(term, unit);
    case "word":
      return wordCondition(term.key, term.values, unit);
  }
}

/** Terms on one attempt together: a phrase in the reply and another in the error are looked for in the same attempt. */
function textCondition(terms: readonly TextTerm[], unit: Unit, dialect: Dialect): Condition {
  const found = sql<SqlBool>`a.seq in (${matchingAttempts(dialect, terms)})`;
  return unit === "attempt" ? found : sql<SqlBool>`r.id in (select a.repair_id from attempt a where ${found})`;
}

function walkedTexts(texts: readonly TextTerm[], unit: Unit): Condition {
  const holds = isMatched(texts, sql.ref("a.seq"));
  return unit === "attempt"
    ? holds
    : sql<SqlBool>`exists (select 1 from attempt a where a.repair_id = r.id and ${holds})`;
}

function numberCondition(term: NumberTerm, unit: Unit): Condition {
  const value = term.key === "cost" ? Math.round(term.value * MICRO) : term.value;
  const compare = (column: string) => compares(sql.ref(column), term.comparison, value);
  const sum = (a: string, b: string) => compares(sql`${sql.ref(a)} + ${sql.ref(b)}`, term.comparison, value);
  switch (term.key) {
    case "attempts":
      return compare("r.attempts");
    case "findings":
      return compare("r.findings");
    case "cost":
      return compare(unit === "repair" ? "r.cost_micro_usd" : "a.cost_micro_usd");
    case "latency":
      return compare(unit === "repair" ? "r.latency_ms" : "a.latency_ms");
    case "tokens":
      return unit === "repair"
        ? sum("r.prompt_tokens", "r.completion_tokens")
        : sum("a.prompt_tokens", "a.completion_tokens");
    case "attempt":
      return ofAttempt(unit, compare("a.number"));
    case "lines":
      return ofAttempt(unit, sum("a.patch_added", "a.patch_deleted"));
  }
}

function wordCondition(key: WordKey, values: readonly string[], unit: Unit): Condition {
  switch (key) {
    case "rule":
      return ofFinding(isAny("f.rule_id", values));
    case "family":
      return ofFinding(isAny("f.rule_family", values));
    case "tool":
      return ofFinding(isAny("f.tool", values));
    case "severity":
      return ofFinding(isAny("f.severity", values));
    case "path":
      return containsAny("r.path", values);
    case "type":
      return isAny("r.file_type", values);
    case "strategy":
      return isAny("r.strategy", values);
    case "source":
      return isAny("r.source", values);
    case "stop":
      return isAny("r.stop_reason", values);
    case "run":
      return isAny("r.run_id", values);
    case "repo":
      return ofRun(containsAny("w.repository", values));
    case "branch":
      return ofRun(isAny("w.branch", values));
    case "outcome":
      return outcomeCondition(unit === "repair" ? "r.status" : "a.outcome", values);
    case "id":
      return anyOf([isAny("r.id", values), ofAttempt(unit, isAny("a.id", values))]);
    case "model":
      return ofAttempt(unit, isAny("a.model", values));
    case "answered":
      return ofAttempt(unit, isAny("a.answered_by", values));
    case "code":
      return ofAttempt(unit, isAny("a.code", values));
    case "check":
      return ofAttempt(unit, isAny("a.failed_check", values));
    case "signature":
      return ofAttempt(unit, containsAny("a.signature", values));
    case "cluster":
      return ofAttempt(unit, inCluster(isAny("c.stable_key", values)));
    case "finish":
      return ofAttempt(unit, isAny("a.finish_reason", values));
    case "template":
      return ofAttempt(unit, anyOf(values.map(templateCondition)));
    case "label":
      return labelCondition(values, unit);
    case "rater":
      return ofAttempt(unit, labelled(isAny("l.rater", values)));
  }
}

function outcomeCondition(column: string, values: readonly string[]): Condition {
  const open = values.includes("open") ? [sql<SqlBool>`${sql.ref(column)} is null`] : [];
  return anyOf([
    ...open,
    isAny(
      column,
      values.filter((value) => value !== "open"),
    ),
  ]);
}

/** In a cluster as the newest run that found it has it. */
function inCluster(condition: Condition): Condition {
  return sql<SqlBool>`a.id in (select m.attempt_id from cluster_member m join cluster c on c.id = m.cluster_id
    where ${condition} and not exists (select 1 from cluster d where d.stable_key = c.stable_key and d.id > c.id))`;
}

/** `single` or `single@3`. */
function templateCondition(value: string): Condition {
  const [, name = value, version] = /^(.*)@(\d{1,9})$/.exec(value) ?? [];
  const named = isAny("a.prompt_name", [name]);
  return version === undefined ? named : allOf([named, compares(sql.ref("a.prompt_version"), "=", Number(version))]);
}

/** `good`, `bad`, `unsure`, `any`, `none`. */
function labelCondition(values: readonly string[], unit: Unit): Condition {
  const some = (condition: Condition): Condition => ofAttempt(unit, labelled(condition));
  const anything = some(sql<SqlBool>`1 = 1`);
  const plain = values.filter((value) => value !== "any" && value !== "none");
  return anyOf([
    ...(values.includes("any") ? [anything] : []),
    ...(values.includes("none") ? [sql<SqlBool>`not ${anything}`] : []),
    ...(plain.length > 0 ? [some(isAny("l.value", plain))] : []),
  ]);
}

function ofFinding(condition: Condition): Condition {
  return sql<SqlBool>`r.id in (select f.repair_id from repair_finding f where ${condition})`;
}

function ofRun(condition: Condition): Condition {
  return sql<SqlBool>`r.run_id in (select w.id from run w where ${condition})`;
}

function ofAttempt(unit: Unit, condition: Condition): Condition {
  return unit === "attempt" ? condition : sql<SqlBool>`r.id in (select a.repair_id from attempt a where ${condition})`;
}

function labelled(condition: Condition): Condition {
  return sql<SqlBool>`a.id in (select l.attempt_id from label_current l where ${condition})`;
}
