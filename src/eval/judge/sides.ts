/** One changed place with its context: 1-based first lines, texts without a final line end. */
export interface ChangedPlace {
  readonly path: string;
  readonly before: { readonly line: number; readonly text: string };
  readonly after: { readonly line: number; readonly text: string };
}

const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/** Both sides of each hunk of a canonical unified diff. */
export function changedPlaces(patch: string): ChangedPlace[] {
  const places: { path: string; before: Side; after: Side }[] = [];
  let path = "";
  let [old, fresh] = [0, 0];
  for (const line of patch.split("\n")) {
    if (old + fresh <= 0) {
      path = /^(?:\+\+\+ b|--- a)\/(.*?)\t?$/.exec(line)?.[1] ?? path;
      const hunk = HUNK.exec(line);
      if (!hunk) continue;
      old = Number(hunk[2] ?? 1);
      fresh = Number(hunk[4] ?? 1);
      places.push({ path, before: new Side(Number(hunk[1])), after: new Side(Number(hunk[3])) });
      continue;
    }
    const last = places.at(-1);
    if (!last || line.startsWith("\\")) continue;
    if (!line.startsWith("+")) {
      last.before.lines.push(line.slice(1));
      old -= 1;
    }
    if (!line.startsWith("-")) {
      last.after.lines.push(line.slice(1));
      fresh -= 1;
    }
  }
  return places;
}

class Side {
  readonly line: number;
  readonly lines: string[] = [];

  constructor(line: number) {
    this.line = line;
  }

  get text(): string {
    return this.lines.join("\n");
  }
}
