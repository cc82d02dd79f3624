/** Two groups that become one; groups go by the lowest item in them. */
interface Join {
  readonly kept: number;
  readonly taken: number;
  readonly height: number;
}

/** The order in which items join. */
export interface Dendrogram {
  readonly items: number;
  /** Nearest first. */
  readonly joins: readonly Join[];
}

/**
 * Average linkage (UPGMA) by chains of nearest neighbours (Murtagh 1983): time and room with the square of the items.
 * `distance`: symmetric, of two items. Ties go to the lower item, so that the answer is one.
 */
export function averageLinkage(items: number, distance: (one: number, other: number) => number): Dendrogram {
  const table = new Float64Array(items * items);
  for (let i = 0; i < items; i += 1) {
    for (let j = i + 1; j < items; j += 1) {
      const apart = distance(i, j);
      table[i * items + j] = apart;
      table[j * items + i] = apart;
    }
  }
  const sizes = new Float64Array(items).fill(1);
  const open = new Uint8Array(items).fill(1);
  const joins: Join[] = [];
  const chain: number[] = [];
  while (joins.length < items - 1) {
    if (chain.length === 0) chain.push(open.indexOf(1));
    const last = chain.at(-1) ?? 0;
    const before = chain.at(-2);
    const near = nearest(last, before, table, open, items);
    if (near !== before) {
      chain.push(near);
      continue;
    }
    chain.length -= 2;
    const [kept, taken] = last < near ? [last, near] : [near, last];
    joins.push({ kept, taken, height: table[kept * items + taken] ?? 0 });
    merge(kept, taken, table, sizes, open, items);
  }
  return { items, joins: joins.sort((a, b) => a.height - b.height) };
}

/** The nearest open item; of equals the one before it in the chain, then the lowest. */
function nearest(of: number, before: number | undefined, table: Float64Array, open: Uint8Array, items: number): number {
  let best = before ?? -1;
  let apart = before === undefined ? Number.POSITIVE_INFINITY : (table[of * items + before] ?? 0);
  for (let other = 0; other < items; other += 1) {
    if (other === of || open[other] === 0) continue;
    const distance = table[of * items + other] ?? 0;
    if (distance < apart) [best, apart] = [other, distance];
  }
  return best;
}

function merge(
  kept: number,
  taken: number,
  table: Float64Array,
  sizes: Float64Array,
  open: Uint8Array,
  items: number,
): void {
  const [a, b] = [sizes[kept] ?? 1, sizes[taken] ?? 1];
  for (let other = 0; other < items; other += 1) {
    if (open[other] === 0 || other === kept || other === taken) continue;
    const distance = (a * (table[kept * items + other] ?? 0) + b * (table[taken * items + other] ?? 0)) / (a + b);
    table[kept * items + other] = distance;
    table[other * items + kept] = distance;
  }
  sizes[kept] = a + b;
  open[taken] = 0;
}

/** The items' groups after all joins but the last `groups - 1`: numbers from 0, in order of the items. */
export function cut({ items, joins }: Dendrogram, groups: number): number[] {
  const parent = Array.from({ length: items }, (_, at) => at);
  const rootOf = (item: number): number => {
    let root = item;
    while (parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  for (const { kept, taken } of joins.slice(0, Math.max(0, items - groups))) parent[rootOf(taken)] = rootOf(kept);
  return renumbered(parent.map((_, item) => rootOf(item)));
}

/** The same grouping with numbers from 0 in order of the items. */
export function renumbered(groups: readonly number[]): number[] {
  const numbers = new Map<number, number>();
  return groups.map((group) => {
    const known = numbers.get(group) ?? numbers.size;
    numbers.set(group, known);
    return known;
  });
}
