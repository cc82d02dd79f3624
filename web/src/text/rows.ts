/** A long text cut into rows for a fixed-width view, as offsets: nothing of it is copied. */
export interface TextRows {
  readonly text: string;
  readonly count: number;
  /** UTF-16 offsets of row `index`, end exclusive, without its newline. */
  row(index: number): { readonly start: number; readonly end: number };
  /** 1-based line that row `index` starts; undefined where it goes on with the line above. */
  line(index: number): number | undefined;
}

/** Rows of at most `columns` UTF-16 units, a line at a time. 10 MB take some ten milliseconds. */
export function textRows(text: string, columns: number): TextRows {
  const width = Math.max(20, Math.floor(columns));
  let starts = new Uint32Array(1024);
  let lines = new Uint32Array(1024);
  let count = 0;
  let line = 1;
  const push = (start: number, number: number): void => {
    if (count === starts.length) {
      starts = grown(starts);
      lines = grown(lines);
    }
    starts[count] = start;
    lines[count] = number;
    count += 1;
  };
  for (let at = 0; at <= text.length; ) {
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    if (newline < 0 && at === text.length && count > 0) break;
    push(at, line);
    for (let cut = at + width; cut < end; cut += width) {
      if (isLow(text.charCodeAt(cut)) && isHigh(text.charCodeAt(cut - 1))) cut += 1;
      if (cut < end) push(cut, 0);
    }
    line += 1;
    at = end + 1;
  }
  return {
    text,
    count,
    row: (index) => {
      const start = starts[index] ?? 0;
      const next = index + 1 < count ? (starts[index + 1] ?? 0) : text.length;
      const end = index + 1 < count && lines[index + 1] !== 0 ? next - 1 : next;
      return { start, end: end > start && text.charCodeAt(end - 1) === 10 ? end - 1 : end };
    },
    line: (index) => lines[index] || undefined,
  };
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;
