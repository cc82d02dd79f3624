import type { Random } from "./random.ts";
import type { Dimensions } from "./record.ts";

/** How a text is laid out, whatever it says. */
export type Layout = Pick<Dimensions, "lineEnds" | "indentation" | "bom" | "finalNewline">;

/** Most files are plain; each oddity has its share. `usual`: the indentation that the generator writes with. */
export function drawLayout(random: Random, usual: "2 spaces" | "4 spaces"): Layout {
  const other = usual === "4 spaces" ? "2 spaces" : "4 spaces";
  const roll = random.below(100);
  return {
    lineEnds: random.chance(15) ? "crlf" : "lf",
    indentation: roll < 10 ? "tabs" : roll < 18 ? other : usual,
    bom: random.chance(6),
    finalNewline: !random.chance(8),
  };
}

/** The text in its layout. It comes with `\n`, a final newline and the usual indentation. */
export function laidOut(text: string, layout: Layout, usual: "2 spaces" | "4 spaces"): string {
  const unit = usual === "4 spaces" ? "    " : "  ";
  const wanted = { "2 spaces": "  ", "4 spaces": "    ", tabs: "\t" }[layout.indentation];
  const indented =
    layout.indentation === usual
      ? text
      : text.replace(/^ +/gm, (blanks) => {
          const levels = Math.floor(blanks.length / unit.length);
          return wanted.repeat(levels) + blanks.slice(levels * unit.length);
        });
  const ended = layout.finalNewline ? indented : indented.replace(/\n+$/, "");
  return (layout.bom ? "\uFEFF" : "") + (layout.lineEnds === "crlf" ? ended.replaceAll("\n", "\r\n") : ended);
}
