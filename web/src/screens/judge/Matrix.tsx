import type { Confusion } from "../../../../src/domain/calibration.ts";
import type { Verdict } from "../../../../src/domain/judge.ts";
import { count } from "../../text/figures.ts";

export type Cell = keyof Confusion;

export const CELLS: Readonly<
  Record<Cell, { readonly human: Verdict; readonly judge: Verdict; readonly name: string }>
> = {
  truePass: { human: "pass", judge: "pass", name: "Good, and it passes them" },
  falseFail: { human: "pass", judge: "fail", name: "Good, and it fails them" },
  falsePass: { human: "fail", judge: "pass", name: "Bad, and it passes them" },
  trueFail: { human: "fail", judge: "fail", name: "Bad, and it fails them" },
};

export const cellNamed = (name: string | undefined): Cell | undefined =>
  name !== undefined && name in CELLS ? (name as Cell) : undefined;

const ROWS: readonly (readonly [string, Cell, Cell])[] = [
  ["People: good", "truePass", "falseFail"],
  ["People: bad", "falsePass", "trueFail"],
];

interface MatrixProps {
  readonly confusion: Confusion;
  readonly chosen: Cell | undefined;
  readonly choose: (cell: Cell) => void;
}

/** What people and the judge said, each cell a button that shows the traces behind it. */
export function Matrix({ confusion, chosen, choose }: MatrixProps) {
  const n = Object.values(confusion).reduce((sum, each) => sum + each, 0);
  return (
    <table className="matrix">
      <thead>
        <tr>
          <td />
          <th scope="col">Judge: pass</th>
          <th scope="col">Judge: fail</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map(([title, ...cells]) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            {cells.map((cell) => (
              <td key={cell}>
                <button
                  type="button"
                  className={`matrix-cell ${cell.startsWith("true") ? "agrees" : "differs"}`}
                  aria-pressed={chosen === cell}
                  title={CELLS[cell].name}
                  onClick={() => choose(cell)}
                >
                  <span className="matrix-count number">{count(confusion[cell])}</span>
                  <span className="number quiet">{n === 0 ? "" : `of ${count(n)}`}</span>
                </button>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
