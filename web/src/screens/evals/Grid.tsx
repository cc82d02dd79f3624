import { type Ref, useMemo } from "react";
import type { EvalRunRow, GridRow } from "../../../../src/server/eval-api.ts";
import { Safe } from "../../view/Safe.tsx";
import { useWidth } from "../../view/use-width.ts";
import { type VirtualHandle, VirtualRows } from "../../view/VirtualRows.tsx";
import { type Chosen, longName, shortName } from "./runs.ts";

const ROW = 26;
const CELL = 22;
/** Room for the names of cases and the scroll bar. */
const NAMES = 190;

/** A sign beside the colour, and the word for readers. */
const CELLS: Readonly<Record<string, readonly [string, string]>> = {
  p: ["✓", "passed"],
  f: ["✕", "failed"],
  k: ["~", "flaky"],
  e: ["!", "errored"],
  s: ["–", "skipped"],
  "-": ["", "not in it"],
};

interface GridProps {
  readonly rows: readonly GridRow[];
  /** As the characters of `cells`, oldest first. */
  readonly runs: readonly EvalRunRow[];
  readonly chosen: Chosen;
  readonly at: number;
  readonly choose: (row: number) => void;
  readonly handle: Ref<VirtualHandle>;
}

/** Cases down, runs across: green passed, red failed, amber flaky, and a sign for each. As many of the newest runs as fit. */
export function Grid({ rows, runs, chosen, at, choose, handle }: GridProps) {
  const [box, width] = useWidth<HTMLDivElement>(700);
  const fit = Math.max(2, Math.floor((width - NAMES) / CELL));
  const from = Math.max(0, runs.length - fit);
  const columns = useMemo(() => runs.slice(from), [runs, from]);
  return (
    <div className="grid" ref={box}>
      <div className="grid-head" aria-hidden="true">
        <span className="grid-name quiet">{from > 0 ? `${columns.length} newest of ${runs.length} runs` : ""}</span>
        {columns.map((run) => (
          <span key={run.id} className={`grid-run ${markOf(run, chosen)}`} title={longName(run)}>
            {shortName(run)}
          </span>
        ))}
      </div>
      <VirtualRows
        handle={handle}
        count={rows.length}
        height={ROW}
        label="Cases"
        role="listbox"
        className="grid-rows"
        active={`case-row-${at}`}
        row={(index) => {
          const row = rows[index];
          return (
            row && (
              <CaseLine
                key={`${row.caseId} ${row.variant}`}
                {...{ row, index, columns, from, chosen, choose }}
                chosenRow={index === at}
              />
            )
          );
        }}
      />
    </div>
  );
}

interface CaseLineProps {
  readonly row: GridRow;
  readonly index: number;
  readonly columns: readonly EvalRunRow[];
  readonly from: number;
  readonly chosen: Chosen;
  readonly chosenRow: boolean;
  readonly choose: (row: number) => void;
}

function CaseLine({ row, index, columns, from, chosen, chosenRow, choose }: CaseLineProps) {
  const cells = columns.map((run, at) => ({
    run,
    cell: CELLS[row.cells[from + at] ?? "-"] ?? CELLS["-"],
    code: row.cells[from + at] ?? "-",
  }));
  const said = cells.toReversed().map(({ cell }) => cell?.[1]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: j and k move between rows
    <div
      id={`case-row-${index}`}
      className={`case-line ${chosenRow ? "chosen" : ""}`}
      role="option"
      aria-selected={chosenRow}
      aria-label={`${row.name} ${row.rule}, ${row.family}; newest first: ${said.join(", ")}`}
      tabIndex={-1}
      onClick={() => choose(index)}
    >
      <span className="grid-name" title={row.name}>
        <Safe text={row.name} most={120} />
      </span>
      {cells.map(({ run, cell, code }) => (
        <span
          key={run.id}
          className={`cell cell-${code === "-" ? "none" : code} ${markOf(run, chosen)}`}
          aria-hidden="true"
        >
          {cell?.[0]}
        </span>
      ))}
      <span className="grid-rule quiet">
        <Safe text={row.rule} most={60} />
      </span>
    </div>
  );
}

function markOf(run: EvalRunRow, { base, head }: Chosen): string {
  if (run.id === head?.id) return "head";
  return run.id === base?.id ? "base" : "";
}

/** What the colours and signs mean. */
export function GridKey() {
  return (
    <p className="grid-key quiet">
      {["p", "f", "k", "e", "s"].map((code) => (
        <span key={code}>
          <span className={`cell cell-${code}`} aria-hidden="true">
            {CELLS[code]?.[0]}
          </span>{" "}
          {CELLS[code]?.[1]}
        </span>
      ))}
    </p>
  );
}
