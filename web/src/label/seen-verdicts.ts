import type { AttemptTrace } from "../../../src/domain/trace.ts";

const KEY = "patchpro.seen-verdicts";
const MOST = 5_000;

/** Keeps in mind that this person read what a judge said of these attempts: labels that they give now are not blind. */
export function sawVerdicts(attemptIds: readonly string[]): void {
  const seen = new Set([...read(), ...attemptIds]);
  localStorage.setItem(KEY, JSON.stringify([...seen].slice(-MOST)));
}

/** Whether this person read a judge's word on an attempt: here, or on its ladder. */
export function hasSeenVerdict({ id, checks }: Pick<AttemptTrace, "id" | "checks">): boolean {
  return read().includes(id) || checks.some(({ name, evidence }) => name === "judged" && Boolean(evidence?.verdict));
}

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => typeof each === "string") : [];
  } catch {
    return [];
  }
}
