import type { ShownJudge } from "../../../../src/server/judge-api.ts";

const TONE: Readonly<Record<ShownJudge["grade"], string>> = {
  trusted: "tone-good",
  advisory: "tone-warn",
  rejected: "tone-bad",
  uncalibrated: "tone-plain",
};

/** A judge's grade, and whether it still counts. */
export function GradeBadge({ grade, expired }: Pick<ShownJudge, "grade" | "expired">) {
  return (
    <span className="grade" title={expired}>
      <span className={`status ${expired === undefined ? TONE[grade] : "tone-plain"}`}>
        <span className="dot" aria-hidden="true" />
        {grade}
      </span>
      {expired !== undefined && grade !== "uncalibrated" && <span className="label-chip tone-warn">expired</span>}
    </span>
  );
}
