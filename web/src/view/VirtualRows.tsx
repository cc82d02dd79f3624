import {
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";

/** Browsers clamp taller elements; past this the scroll bar is scaled. */
const TALLEST = 12_000_000;
const SPARE = 8;

export interface VirtualHandle {
  /** Scrolls row `index` into sight, if it is not. */
  reveal(index: number): void;
}

interface VirtualRowsProps {
  readonly count: number;
  /** Of every row, CSS pixels. */
  readonly height: number;
  readonly row: (index: number) => ReactNode;
  readonly label: string;
  readonly className?: string;
  readonly role?: "listbox" | "region" | "rowgroup";
  readonly active?: string | undefined;
  /** The last row that was drawn. */
  readonly onShown?: (last: number) => void;
  readonly handle?: Ref<VirtualHandle>;
}

/** Rows of one height, of which only those in sight exist. Holds millions. */
export function VirtualRows({
  count,
  height,
  row,
  label,
  className,
  role = "region",
  active,
  onShown,
  handle,
}: VirtualRowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [tall, setTall] = useState(600);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = (): void => setTall(element.clientHeight || 600);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const full = count * height;
  const drawn = Math.min(full, TALLEST);
  const scale = full > drawn ? (full - tall) / Math.max(1, drawn - tall) : 1;
  const at = top * scale;
  const first = Math.max(0, Math.floor(at / height) - SPARE);
  const last = Math.min(count, Math.ceil((at + tall) / height) + SPARE);
  useEffect(() => onShown?.(last), [last, onShown]);

  const reveal = useCallback(
    (index: number) => {
      const element = box.current;
      if (!element) return;
      const seen = element.scrollTop * scale;
      const wanted = index * height;
      if (wanted < seen) element.scrollTop = wanted / scale;
      else if (wanted + height > seen + element.clientHeight)
        element.scrollTop = (wanted + height - element.clientHeight) / scale;
    },
    [height, scale],
  );
  useImperativeHandle(handle, () => ({ reveal }), [reveal]);

  const rows: ReactNode[] = [];
  for (let index = first; index < last; index += 1) rows.push(row(index));
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: every role that it may have takes a name
    <div
      ref={box}
      className={`virtual ${className ?? ""}`}
      role={role}
      aria-label={label}
      aria-activedescendant={active}
      tabIndex={0}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div className="virtual-all" style={{ height: drawn }}>
        <div className="virtual-window" style={{ transform: `translateY(${top + first * height - at}px)` }}>
          {rows}
        </div>
      </div>
    </div>
  );
}
