import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mend } from "../../src/patch/mend/mend.ts";

const data = join(import.meta.dirname, "../../../shared/data");
const present = existsSync(join(data, "replies.jsonl"));

interface RealReply {
  readonly id: string;
  readonly kind: "single" | "batch" | "v1";
  readonly language: string;
  readonly slug: string;
  readonly path: string;
  readonly reply: string;
}

const replies: RealReply[] = present
  ? readFileSync(join(data, "replies.jsonl"), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line): RealReply => JSON.parse(line))
  : [];

function mendReal(each: RealReply) {
  const folder = each.language === "python" ? "python" : "typescript";
  const before = readFileSync(join(data, "cases", folder, each.slug, "before", each.path), "utf8");
  return { before, made: mend({ files: new Map([[each.path, before]]), reply: each.reply, path: each.path }) };
}

describe.skipIf(!present)(
  `190 real replies of a strong model${present ? "" : " (skipped: ../shared/data is not here)"}`,
  () => {
    test("every one is read without loss: patched where it has edits, declined where it calls the finding unfixable", () => {
      const odd = replies.filter((each) => {
        const { made } = mendReal(each);
        const declines = each.kind !== "v1" && JSON.parse(each.reply).edits.length === 0;
        return made.outcome !== (declines ? "declined" : "patched");
      });
      expect(odd.map((each) => each.id)).toEqual([]);
    });

    test("every edit of a JSON reply stands exactly where it says, and is found there", () => {
      for (const each of replies.filter((reply) => reply.kind !== "v1")) {
        const { made } = mendReal(each);
        if (made.outcome !== "patched") continue;
        expect(
          made.edits.every((edit) => edit.rung === "exact"),
          each.id,
        ).toBe(true);
      }
    });

    test("every changed line of a diff reply is accounted for", () => {
      for (const each of replies.filter((reply) => reply.kind === "v1")) {
        const { before, made } = mendReal(each);
        if (made.outcome !== "patched") continue;
        const body = each.reply.split("\n").filter((line) => /^[-+]/.test(line) && !/^(?:---|\+\+\+) /.test(line));
        const added = body.filter((line) => line.startsWith("+")).length;
        const deleted = body.length - added;
        const text = made.files.get(each.path) ?? "";
        expect(lines(text) - lines(before), each.id).toBe(added - deleted);
        for (const line of body.filter((one) => one.startsWith("+")))
          expect(text, each.id).toContain(line.slice(1).trimEnd());
      }
    });
  },
);

const lines = (text: string): number => text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
