import type { Dialect } from "./columns.ts";

export interface ViewSpec {
  readonly name: string;
  /** One sentence for whoever builds a dashboard: what a row is. */
  readonly about: string;
  readonly sql: (dialect: Dialect) => string;
}

const ENDED = "('accepted', 'rejected', 'failed', 'dismissed', 'budget')";

/** UTC day of a column of milliseconds, as `2026-11-22`. */
function day(column: string, dialect: Dialect): string {
  return dialect === "sqlite"
    ? `strftime('%Y-%m-%d', ${column} / 1000, 'unixepoch')`
    : `to_char(to_timestamp(${column} / 1000.0) at time zone 'UTC', 'YYYY-MM-DD')`;
}

const RATES = `count(*) as repairs,
  sum(case when r.status = 'accepted' then 1 else 0 end) as accepted,
  sum(case when r.status = 'accepted' and r.attempts = 1 then 1 else 0 end) as first_try,
  1.0 * sum(case when r.status = 'accepted' then 1 else 0 end) / count(*) as accepted_rate,
  cast(sum(r.cost_micro_usd) as bigint) as cost_micro_usd`;

/** Ended repairs by one property of them. */
function success(property: string, from: string): string {
  return `select ${property}, ${RATES} from ${from} where r.status in ${ENDED} group by ${property}`;
}

const WITH_ATTEMPT = "repair r join attempt a on a.repair_id = r.id and a.number = 1";

/** The named views of traces.md, section 7.3. Money is in millionths of a US dollar, times in milliseconds, days in UTC. */
export const VIEWS: readonly ViewSpec[] = [
  {
    name: "label_current",
    about: "One row for each label that counts: the newest of a rater on an attempt and criterion, unless taken back.",
    sql: () =>
      `select l.* from label l where l.value <> 'withdrawn' and not exists (select 1 from label n
        where n.attempt_id = l.attempt_id and n.criterion = l.criterion and n.rater = l.rater and n.id > l.id)`,
  },
  {
    name: "v_funnel",
    about: "One row for each check: attempts that reached it, and what became of them there.",
    sql: () =>
      `select c.name as check_name, min(c.ord) as ord, count(*) as reached,
        sum(case when c.status = 'pass' then 1 else 0 end) as passed,
        sum(case when c.status = 'fail' then 1 else 0 end) as failed,
        sum(case when c.status = 'skip' then 1 else 0 end) as skipped
      from check_result c group by c.name`,
  },
  {
    name: "v_success_by_rule",
    about: "Ended repairs by rule; `mixed` where a batch had several.",
    sql: () => success("rule_id", "repair r"),
  },
  {
    name: "v_success_by_strategy",
    about: "Ended repairs by strategy and source.",
    sql: () => success("r.strategy, r.source", "repair r"),
  },
  {
    name: "v_success_by_model",
    about: "Ended repairs by the model that was asked first.",
    sql: () => success("a.model", WITH_ATTEMPT),
  },
  {
    name: "v_success_by_prompt",
    about: "Ended repairs by the prompt and its version that were used first.",
    sql: () => success("a.prompt_name, a.prompt_version", WITH_ATTEMPT),
  },
  {
    name: "v_retry_yield",
    about: "One row for each attempt number: how many such attempts ended, and how many were accepted.",
    sql: () =>
      `select a.number, count(*) as attempts, sum(case when a.outcome = 'accepted' then 1 else 0 end) as accepted,
        1.0 * sum(case when a.outcome = 'accepted' then 1 else 0 end) / count(*) as yield,
        cast(coalesce(sum(a.cost_micro_usd), 0) as bigint) as cost_micro_usd
      from attempt a where a.outcome is not null and a.outcome <> 'interrupted' group by a.number`,
  },
  {
    name: "v_cost_per_accepted",
    about: "One row for each UTC day: all spend over accepted repairs (empty where none was).",
    sql: (dialect) =>
      `select ${day("r.started_at", dialect)} as day, cast(sum(r.cost_micro_usd) as bigint) as cost_micro_usd,
        sum(case when r.status = 'accepted' then 1 else 0 end) as accepted,
        1.0 * sum(r.cost_micro_usd) / nullif(sum(case when r.status = 'accepted' then 1 else 0 end), 0) as cost_per_accepted_micro_usd
      from repair r group by ${day("r.started_at", dialect)}`,
  },
  {
    name: "v_wasted_spend",
    about: "Spend on repairs that ended without a patch, by rule, strategy and why they ended.",
    sql: () =>
      `select r.rule_id, r.strategy, r.status, r.stop_reason, count(*) as repairs, cast(sum(r.cost_micro_usd) as bigint) as wasted_micro_usd
      from repair r where r.status is not null and r.status <> 'accepted' group by r.rule_id, r.strategy, r.status, r.stop_reason`,
  },
  {
    name: "v_slowest_rules",
    about: "Rules by how long their repairs take, and how much of that is the model.",
    sql: () =>
      `select r.rule_id, count(*) as repairs, avg(1.0 * (r.ended_at - r.started_at)) as avg_wall_ms, max(r.ended_at - r.started_at) as max_wall_ms,
        avg(1.0 * r.latency_ms) as avg_model_ms
      from repair r where r.ended_at is not null group by r.rule_id`,
  },
  {
    name: "v_tokens_by_day",
    about: "Tokens and money by UTC day and model. Prompt tokens include cached ones, completion tokens reasoning.",
    sql: (dialect) =>
      `select ${day("a.started_at", dialect)} as day, a.model, count(*) as attempts,
        cast(coalesce(sum(a.prompt_tokens), 0) as bigint) as prompt_tokens, cast(coalesce(sum(a.cached_tokens), 0) as bigint) as cached_tokens,
        cast(coalesce(sum(a.completion_tokens), 0) as bigint) as completion_tokens, cast(coalesce(sum(a.reasoning_tokens), 0) as bigint) as reasoning_tokens,
        cast(coalesce(sum(a.cost_micro_usd), 0) as bigint) as cost_micro_usd
      from attempt a group by ${day("a.started_at", dialect)}, a.model`,
  },
  {
    name: "v_failures",
    about: "Failed attempts by check, code and masked message.",
    sql: () =>
      `select a.failed_check, a.code, a.signature, count(*) as attempts, count(distinct a.repair_id) as repairs,
        cast(coalesce(sum(a.cost_micro_usd), 0) as bigint) as cost_micro_usd
      from attempt a where a.outcome is not null and a.outcome not in ('accepted', 'interrupted') group by a.failed_check, a.code, a.signature`,
  },
  {
    name: "v_repeated_errors",
    about: "Retries that failed with the same masked message as the attempt before: money for nothing.",
    sql: () =>
      `select b.repair_id, b.id as attempt_id, b.number, b.signature, b.cost_micro_usd
      from attempt b join attempt a on a.repair_id = b.repair_id and a.number = b.number - 1
      where b.signature is not null and b.signature = a.signature`,
  },
  {
    name: "v_labels_by_rater",
    about: "Current labels by rater, criterion and value.",
    sql: () =>
      "select rater, criterion, value, origin, count(*) as labels from label_current group by rater, criterion, value, origin",
  },
];
