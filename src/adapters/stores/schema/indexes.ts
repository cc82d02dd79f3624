/** Indexes of migration 1, for both databases. Each serves a query that the page or a command asks. */
export const INDEXES: readonly string[] = [
  "create index run_open on run (id) where ended_at is null",
  "create index repair_newest on repair (started_at, id)",
  "create index repair_dearest on repair (cost_micro_usd, id)",
  "create index repair_slowest on repair (latency_ms, id)",
  "create index repair_longest on repair (attempts, id)",
  "create index repair_status on repair (status, started_at, id)",
  "create index repair_of_run on repair (run_id)",
  // covers the overview's count by day, status and rule
  "create index repair_overview on repair (started_at, status, attempts, rule_id, cost_micro_usd)",
  "create index repair_finding_rule on repair_finding (rule_id, repair_id)",
  "create index attempt_of_repair on attempt (repair_id, number)",
  "create index attempt_newest on attempt (started_at, id)",
  // covers the overview's count by day, model, outcome and code
  "create index attempt_overview on attempt (started_at, model, outcome, number, code, cost_micro_usd)",
  "create index attempt_latency on attempt (latency_ms, started_at)",
  "create index attempt_model on attempt (model, repair_id)",
  "create index attempt_code on attempt (code, repair_id) where code is not null",
  "create index attempt_patch on attempt (patch_normal_sha) where patch_normal_sha is not null",
  "create index label_of_attempt on label (attempt_id, criterion, rater, id)",
  "create index label_lease_rater on label_lease (rater, until)",
  "create index judgement_of_attempt on judgement (attempt_id)",
  "create unique index test_results_once on test_results (run_id, case_id, variant, repetition)",
];
