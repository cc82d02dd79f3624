import type { DiffRow } from "../text/diff-rows.ts";
import { CodeLine } from "./CodeLine.tsx";

export type Side = "file" | "hunk" | "note";
type Line = Extract<DiffRow, { kind: "same" | "old" | "new" }>;

const SIGNS = { same: " ", old: "-", new: "+" } as const;
const pairOf = (line: Line): string | undefined => (line.kind === "same" ? undefined : line.pair);

export function UnifiedLine({ line, fileType }: { readonly line: Line; readonly fileType: string }) {
  return (
    <div className={`diff-row diff-${line.kind}`}>
      <span className="gutter">{line.kind === "new" ? "" : line.before}</span>
      <span className="gutter">{line.kind === "old" ? "" : line.after}</span>
      <span className="sign">{SIGNS[line.kind]}</span>
      <CodeLine text={line.text} fileType={fileType} pair={pairOf(line)} />
    </div>
  );
}

interface SplitLineProps {
  readonly left: Line | undefined;
  readonly right: Line | undefined;
  readonly fileType: string;
}

export function SplitLine({ left, right, fileType }: SplitLineProps) {
  return (
    <div className="diff-row diff-pair">
      <Half line={left} number={left && left.kind !== "new" ? left.before : undefined} fileType={fileType} />
      <Half line={right} number={right && right.kind !== "old" ? right.after : undefined} fileType={fileType} />
    </div>
  );
}

function Half({
  line,
  number,
  fileType,
}: {
  readonly line: Line | undefined;
  readonly number: number | undefined;
  readonly fileType: string;
}) {
  if (!line) return <div className="half half-none" />;
  return (
    <div className={`half diff-${line.kind}`}>
      <span className="gutter">{number ?? ""}</span>
      <span className="sign">{SIGNS[line.kind]}</span>
      <CodeLine text={line.text} fileType={fileType} pair={pairOf(line)} />
    </div>
  );
}
