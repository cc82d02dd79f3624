const SLICE_MS = 12;
const MOST_STEPS = 2000;

/** Lets the browser paint and read keys. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * A unified diff of two texts, line by line (Myers 1986), worked out in slices so that the page stays quick; context of three lines.
 * Where they differ in more than 2,000 steps, the middle is given as replaced whole. "" if they are equal.
 */
export async function compareLines(before: string, after: string, name: string, signal?: AbortSignal): Promise<string> {
  if (before === after) return "";
  const a = before.split("\n");
  const b = after.split("\n");
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail += 1;
  const script = await edits(a.slice(head, a.length - tail), b.slice(head, b.length - tail), signal);
  const all: Step[] = [
    ...a.slice(Math.max(0, head - 3), head).map((text): Step => ({ sign: " ", text })),
    ...script,
    ...a.slice(a.length - tail, a.length - tail + 3).map((text): Step => ({ sign: " ", text })),
  ];
  return `--- a/${name}\n+++ b/${name}\n${hunks(all, Math.max(0, head - 3))}`;
}

interface Step {
  readonly sign: " " | "-" | "+";
  readonly text: string;
}

async function edits(a: readonly string[], b: readonly string[], signal: AbortSignal | undefined): Promise<Step[]> {
  const replaced = (): Step[] => [
    ...a.map((text): Step => ({ sign: "-", text })),
    ...b.map((text): Step => ({ sign: "+", text })),
  ];
  if (a.length === 0 || b.length === 0) return replaced();
  const most = Math.min(a.length + b.length, MOST_STEPS);
  const reach = new Int32Array(2 * most + 2);
  const trail: Int32Array[] = [];
  let since = performance.now();
  for (let d = 0; d <= most; d += 1) {
    if (performance.now() - since > SLICE_MS) {
      await breathe();
      signal?.throwIfAborted();
      since = performance.now();
    }
    trail.push(reach.slice(most - d, most + d + 1));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reach[most + k - 1] ?? 0) < (reach[most + k + 1] ?? 0));
      let x = down ? (reach[most + k + 1] ?? 0) : (reach[most + k - 1] ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      reach[most + k] = x;
      if (x >= a.length && x - k >= b.length) return walkBack(a, b, trail, d);
    }
  }
  return replaced();
}

function walkBack(a: readonly string[], b: readonly string[], trail: readonly Int32Array[], depth: number): Step[] {
  const out: Step[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = depth; d > 0; d -= 1) {
    const reach = trail[d] ?? new Int32Array(0);
    const at = (k: number): number => reach[d + k] ?? 0;
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const fromX = down ? at(k + 1) : at(k - 1);
    const fromY = fromX - (down ? k + 1 : k - 1);
    while (x > fromX && y > fromY && a[x - 1] === b[y - 1]) {
      out.push({ sign: " ", text: a[x - 1] ?? "" });
      x -= 1;
      y -= 1;
    }
    if (down) y -= 1;
    else x -= 1;
    out.push(down ? { sign: "+", text: b[y] ?? "" } : { sign: "-", text: a[x] ?? "" });
  }
  // What is left on both sides is the same.
  for (; x > 0; x -= 1) out.push({ sign: " ", text: a[x - 1] ?? "" });
  return out.reverse();
}

function hunks(steps: readonly Step[], skipped: number): string {
  const out: string[] = [];
  let oldLine = skipped + 1;
  let newLine = skipped + 1;
  const keep = steps.map((_, at) => steps.slice(Math.max(0, at - 3), at + 4).some(({ sign }) => sign !== " "));
  for (let at = 0; at < steps.length; ) {
    if (!keep[at]) {
      oldLine += 1;
      newLine += 1;
      at += 1;
      continue;
    }
    const start = at;
    while (at < steps.length && keep[at]) at += 1;
    const part = steps.slice(start, at);
    const olds = part.filter(({ sign }) => sign !== "+").length;
    const news = part.filter(({ sign }) => sign !== "-").length;
    out.push(`@@ -${oldLine},${olds} +${newLine},${news} @@`, ...part.map(({ sign, text }) => sign + text));
    oldLine += olds;
    newLine += news;
  }
  return out.join("\n");
}
