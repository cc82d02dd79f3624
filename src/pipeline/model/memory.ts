import type { Finding } from "../../domain/finding.ts";
import type { Strategy } from "../../domain/outcome.ts";
import type { Rejection } from "../../fix/model/task.ts";
import type { OpenFinding } from "../../fix/open-finding.ts";

/** What is known of the rejections of a file's findings, over all the attempts at them. */
export class Memory {
  readonly #last = new Map<Finding, Rejection>();
  readonly #met = new Set<string>();

  /**
   * Takes down why an attempt of a model left findings open. Whether that tells nothing new: the same model has failed at
   * every one of them for the same reason before. A reply that could not even be read may be readable as an answer to
   * another form of the question.
   */
  hear(model: string, strategy: Strategy, rejections: ReadonlyMap<Finding, Rejection>): "new" | "known" {
    let known = true;
    for (const [finding, rejection] of rejections) {
      this.#last.set(finding, rejection);
      const { check, code, reason: words } = rejection;
      const reason = JSON.stringify([model, check === "anchored" ? strategy : "", finding.id, check, code, words]);
      if (!this.#met.has(reason)) known = false;
      this.#met.add(reason);
    }
    return known ? "known" : "new";
  }

  /** What the next attempt at findings is told: why each of them was rejected last, by its number in that attempt. */
  feedback(findings: readonly OpenFinding[]): Rejection | undefined {
    const told = findings.flatMap(({ finding }, at) => {
      const rejection = this.#last.get(finding);
      return rejection ? [{ at: at + 1, finding, rejection }] : [];
    });
    const [first, ...others] = told;
    if (!first) return undefined;
    const alike = others.every(({ rejection }) => rejection === first.rejection);
    if (alike && (told.length === findings.length || findings.length === 1)) return first.rejection;
    const line = ({ at, finding, rejection }: (typeof told)[number]): string =>
      `finding ${at} (${finding.ruleId}): ${rejection.check}: ${rejection.reason}`;
    const previous = [...new Set(told.map(({ rejection }) => rejection.previous))].join("…\n");
    return { ...first.rejection, previous, reason: told.map(line).join("\n") };
  }
}
