import { useMemo } from "react";
import { diffRows, splitRows } from "../text/diff-rows.ts";
import { type Side, SplitLine, UnifiedLine } from "./diff-lines.tsx";
import { Safe } from "./Safe.tsx";
import { VirtualRows } from "./VirtualRows.tsx";

const ROW = 20;

interface DiffViewProps {
  readonly diff: string | undefined;
  readonly label: string;
  readonly split: boolean;
  readonly empty: string;
}

/** A unified diff of any length, unified or side by side. */
export function DiffView({ diff, label, split, empty }: DiffViewProps) {
  const rows = useMemo(() => diffRows(diff ?? ""), [diff]);
  const pairs = useMemo(() => (split ? splitRows(rows) : []), [rows, split]);
  const fileType = useMemo(() => endingOf(rows.find((row) => row.kind === "file")?.text ?? ""), [rows]);
  const widest = useMemo(
    () =>
      Math.min(
        1500,
        rows.reduce((most, row) => Math.max(most, row.text.length), 0),
      ),
    [rows],
  );
  if (diff === undefined || diff === "") return <p className="nothing">{empty}</p>;
  const plain = (kind: Side, text: string, index: number) => (
    <div key={index} className={`diff-row diff-${kind}`}>
      <Safe text={text} />
    </div>
  );
  return (
    <VirtualRows
      count={split ? pairs.length : rows.length}
      height={ROW}
      label={label}
      className={`diff code ${split ? "diff-split" : "diff-unified"} ${widest > 90 ? "diff-wide" : ""}`}
      row={(index) => {
        const row = split ? pairs[index] : rows[index];
        if (!row) return null;
        if (row.kind === "file" || row.kind === "hunk" || row.kind === "note") return plain(row.kind, row.text, index);
        return row.kind === "pair" ? (
          <SplitLine key={index} left={row.left} right={row.right} fileType={fileType} />
        ) : (
          <UnifiedLine key={index} line={row} fileType={fileType} />
        );
      }}
    />
  );
}

function endingOf(name: string): string {
  return /\.([A-Za-z0-9]+)(?: \(|$)/.exec(name)?.[1]?.toLowerCase() ?? "";
}
