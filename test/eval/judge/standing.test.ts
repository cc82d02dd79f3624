import { describe, expect, it } from "vitest";
import type { Judge, Judgement } from "../../../src/domain/judge.ts";
import { calibrate } from "../../../src/eval/judge/calibrate.ts";
import { anchorsOf } from "../../../src/eval/judge/drift.ts";
import { standingOf } from "../../../src/eval/judge/standing.ts";
import { DAY, JUDGE, judgement, NOW, planted } from "./simulated.ts";

const { labels, judgements } = planted({ count: 800, good: 0.6, tpr: 0.96, tnr: 0.95, seed: 1 });
const calibration = calibrate({ judge: JUDGE, labels, judgements, corrections: [], earlier: [] }, "c1", NOW);

function standing(more: { judge?: Judge; now?: number; said?: readonly Judgement[] } = {}) {
  const { judge = JUDGE, now = NOW + DAY, said = [] } = more;
  return standingOf({
    judge,
    judges: [JUDGE, judge],
    calibrations: [calibration],
    judgements: judge === JUDGE ? [...judgements, ...said] : said,
    now,
  });
}

describe("a judge", () => {
  it("gates while it is trusted and its calibration holds", () => {
    expect(calibration.report.grade).toBe("trusted");
    expect(standing()).toMatchObject({ grade: "trusted", gates: true });
  });

  it("does not gate 30 days after it was calibrated", () => {
    expect(standing({ now: NOW + 29.9 * DAY }).gates).toBe(true);
    expect(standing({ now: NOW + 30 * DAY })).toMatchObject({
      gates: false,
      expired: expect.stringMatching(/30 days/),
    });
  });

  it.each([
    ["the rubrics", { rubricSha: "c".repeat(64) }],
    ["the prompt", { promptSha: "c".repeat(64) }],
    ["the model", { model: "scripted:other" }],
    ["the parameters", { params: { maxOutputTokens: 9 } }],
    ["the examples", { examples: ["x"] }],
  ])("does not gate after a change of %s, and says what changed", (what, change) => {
    const judge = { ...JUDGE, id: "judge-2", ...change };
    expect(standing({ judge })).toMatchObject({ grade: "uncalibrated", gates: false });
    expect(standing({ judge }).word).toContain(`${what} changed`);
  });

  it("does not gate when another model answers under the same name", () => {
    const said = [judgement(1, "pass", { id: "z", answeredBy: "judge-2027-01", at: NOW + 1 })];
    expect(standing({ said })).toMatchObject({ gates: false, expired: expect.stringMatching(/another model answers/) });
  });

  it("does not gate when anchors are judged differently, and does while the difference may be chance", () => {
    const anchors = anchorsOf(judgements);
    expect(anchors.length).toBe(50);
    const again = (turned: number): Judgement[] => {
      const passed = anchors.filter((id) => judgements.find((each) => each.attemptId === id)?.verdict === "pass");
      return anchors.map((attemptId, n): Judgement => {
        const before = judgements.find((each) => each.attemptId === attemptId)?.verdict ?? "pass";
        const verdict = passed.indexOf(attemptId) >= 0 && passed.indexOf(attemptId) < turned ? "fail" : before;
        return { ...judgement(n, verdict), id: `again-${n}`, attemptId, purpose: "anchor", at: NOW + 60_000 };
      });
    };
    expect(standing({ said: again(4) })).toMatchObject({
      gates: true,
      drift: { stricter: 4, milder: 0, alarm: false },
    });
    expect(standing({ said: again(10) })).toMatchObject({ gates: false, drift: { stricter: 10, alarm: true } });
    expect(standing({ said: again(10) }).expired).toMatch(/10 stricter/);
  });

  it("that nobody calibrated gates nothing", () => {
    const fresh = standingOf({ judge: JUDGE, judges: [JUDGE], calibrations: [], judgements, now: NOW });
    expect(fresh).toMatchObject({ grade: "uncalibrated", gates: false });
  });
});
