import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { type TextRows, textRows } from "../text/rows.ts";
import { CopyButton } from "./CopyButton.tsx";
import { Safe } from "./Safe.tsx";
import { VirtualRows } from "./VirtualRows.tsx";

const ROW = 18;
const GUTTER = 64;
const LONG = 500_000;

/** A text of any size, wrapped by columns; only the rows in sight exist. */
export function TextView({
  text,
  label,
  empty,
}: {
  readonly text: string | undefined;
  readonly label: string;
  readonly empty: string;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const [columns, setColumns] = useState<number>();
  const none = text === undefined || text === "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: without a text there is nothing to measure
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = (): void =>
      setColumns(Math.max(20, Math.floor((element.clientWidth - GUTTER - 16) / columnWidth(element))));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [none]);
  const rows = useRows(text ?? "", columns);
  if (text === undefined || none) return <p className="nothing">{empty}</p>;
  if (!rows || rows.text !== text) return <div className="text-view waiting" ref={frame} />;
  return (
    <div className="text-view" ref={frame}>
      <div className="text-view-bar">
        <span className="quiet">
          {size(text.length)}, {rows.count.toLocaleString("en")} rows
        </span>
        <CopyButton text={text} label={`Copy ${label.toLowerCase()}`} />
      </div>
      <VirtualRows
        count={rows.count}
        height={ROW}
        label={label}
        className="text-rows code"
        row={(index) => {
          const { start, end } = rows.row(index);
          return (
            <div key={index} className="text-row">
              <span className="gutter" aria-hidden="true">
                {rows.line(index) ?? ""}
              </span>
              <Safe text={text.slice(start, end)} most={4000} />
            </div>
          );
        }}
      />
    </div>
  );
}

/** Rows of a text; those of a long one are cut in a turn of their own, so that the rest of the screen is drawn first. */
function useRows(text: string, columns: number | undefined): TextRows | undefined {
  const long = text.length > LONG;
  const now = useMemo(
    () => (long || columns === undefined ? undefined : textRows(text, columns)),
    [text, columns, long],
  );
  const [later, setLater] = useState<TextRows>();
  useEffect(() => {
    if (!long || columns === undefined) return;
    const soon = setTimeout(() => setLater(textRows(text, columns)), 0);
    return () => clearTimeout(soon);
  }, [text, columns, long]);
  return long ? later : now;
}

function size(units: number): string {
  if (units < 1000) return `${units} characters`;
  return units < 1_000_000
    ? `${(units / 1000).toFixed(1)} k characters`
    : `${(units / 1_000_000).toFixed(2)} M characters`;
}

let width: number | undefined;
function columnWidth(element: HTMLElement): number {
  if (width !== undefined) return width;
  const probe = document.createElement("span");
  probe.className = "code column-probe";
  probe.textContent = "0".repeat(100);
  element.append(probe);
  width = probe.getBoundingClientRect().width / 100 || 7.5;
  probe.remove();
  return width;
}
