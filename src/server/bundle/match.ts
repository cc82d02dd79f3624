import {
  type Comparison,
  type NumberKey,
  type TraceQuery,
  type TraceTerm,
  type WordKey,
  wordsOf,
} from "../../domain/trace-query.ts";
import type { BundleRow } from "./format.ts";

const MICRO = 1_000_000;

/** Whether a row of a bundle fulfils every term of a query, by the rules of the store. */
export function matches({ terms }: TraceQuery, row: BundleRow): boolean {
  return terms.every((term) => holds(term, row) !== term.negated);
}

/** Whether a bundle can answer a term: texts of prompts, replies and patches are not in its rows. */
export function isAnswerable(term: TraceTerm): boolean {
  return term.kind !== "text" || term.field === undefined || term.field === "error";
}

function holds(term: TraceTerm, one: BundleRow): boolean {
  switch (term.kind) {
    case "text":
      return hasPhrase(term.words, one);
    case "time":
      return term.key === "since" ? one.row.startedAt >= term.at : one.row.startedAt < term.at;
    case "number":
      return numbersOf(term.key, one).some((number) => compares(number, term.comparison, term.value));
    case "word":
      return hasWord(term.key, term.values, one);
  }
}

/** The words one after the other in an error, or in what the row shows. */
function hasPhrase(words: readonly string[], { row, facts }: BundleRow): boolean {
  const phrase = ` ${words.join(" ")} `;
  const texts = [...facts.errors, row.message, row.path, row.ruleId];
  return texts.some((text) => ` ${wordsOf(text).join(" ")} `.includes(phrase));
}

function numbersOf(key: NumberKey, { row, facts }: BundleRow): readonly number[] {
  switch (key) {
    case "attempts":
      return [row.attempts.length];
    case "attempt":
      return row.attempts.map(({ number }) => number);
    case "cost":
      return [row.costMicroUsd / MICRO];
    case "tokens":
      return [row.promptTokens + row.completionTokens];
    case "latency":
      return [row.latencyMs];
    case "lines":
      return facts.lines;
    case "findings":
      return [row.findings];
  }
}

function hasWord(key: WordKey, values: readonly string[], one: BundleRow): boolean {
  if (key === "label") return hasLabel(values, one);
  const contained = key === "path" || key === "repo" || key === "signature";
  return values.some((value) => wordsIn(key, one).some((word) => isLike(word, value, contained)));
}

function wordsIn(key: Exclude<WordKey, "label">, { row, facts }: BundleRow): readonly string[] {
  switch (key) {
    case "rule":
      return facts.rules;
    case "family":
      return facts.families;
    case "tool":
      return facts.tools;
    case "severity":
      return facts.severities;
    case "outcome":
      return [row.status ?? "open"];
    case "model":
      return row.models;
    case "answered":
      return facts.answeredBy;
    case "path":
      return [row.path];
    case "type":
      return [fileType(row.path)];
    case "code":
      return row.attempts.flatMap(({ code }) => code ?? []);
    case "check":
      return facts.checks;
    case "strategy":
      return [row.strategy];
    case "source":
      return [row.source];
    case "rater":
      return row.labels.map(({ rater }) => rater);
    case "run":
      return [row.runId];
    case "repo":
      return [facts.repository];
    case "branch":
      return [facts.branch];
    case "template":
      return facts.templates.flatMap((template) => [template, template.replace(/@\d+$/, "")]);
    case "stop":
      return row.stopReason === undefined ? [] : [row.stopReason];
    case "signature":
      return facts.signatures;
    case "cluster":
      return facts.clusters ?? [];
    case "finish":
      return facts.finishes;
    case "id":
      return [row.id, ...row.attempts.map(({ id }) => id)];
  }
}

/** File ending without the dot, lower case; "" if none. */
export function fileType(path: string): string {
  return /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
}

function hasLabel(values: readonly string[], { row }: BundleRow): boolean {
  return values.some((value) => {
    if (value === "any") return row.labels.length > 0;
    if (value === "none") return row.labels.length === 0;
    return row.labels.some((label) => label.value === value);
  });
}

/** Equal letter for letter; with `*` (anything), or where containing is enough, capitals or not. */
function isLike(word: string, value: string, contained: boolean): boolean {
  if (!contained && !value.includes("*")) return word === value;
  const parts = (contained ? `*${value}*` : value).toLowerCase().split("*");
  const text = word.toLowerCase();
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}

function compares(number: number, comparison: Comparison, value: number): boolean {
  switch (comparison) {
    case "=":
      return number === value;
    case ">":
      return number > value;
    case ">=":
      return number >= value;
    case "<":
      return number < value;
    case "<=":
      return number <= value;
  }
}
