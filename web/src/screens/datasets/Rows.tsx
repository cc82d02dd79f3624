import type { DatasetItemsAnswer, ShownItem } from "../../../../src/server/dataset-api.ts";
import { useAsked, useDesk } from "../../data/ask.ts";
import { go, linkTo, setParams, useRoute } from "../../route.ts";
import { count } from "../../text/figures.ts";
import { useKeys } from "../../view/keys.ts";
import { Failed, Kbd, Panel, Waiting } from "../../view/Parts.tsx";
import { Safe } from "../../view/Safe.tsx";
import { Chain } from "./Chain.tsx";

const SIZE = 25;
/** A page without a server holds the first rows of each version only (`bundle/datasets.ts`). */
const BUNDLED = 50;

/** The rows of a version, a page at a time, and one of them with its words and where they come from. */
export function Rows({ id, total: all }: { readonly id: string; readonly total: number }) {
  const { source } = useDesk();
  const total = source.bundled ? Math.min(all, BUNDLED) : all;
  const { params } = useRoute();
  const pages = Math.max(1, Math.ceil(total / SIZE));
  const page = Math.min(pages - 1, Math.max(0, Number(params.page ?? 0) || 0));
  const path = `/api/datasets/${encodeURIComponent(id)}/items?from=${page * SIZE}&size=${SIZE}`;
  const asked = useAsked(path, (signal) => source.get<DatasetItemsAnswer>(path, signal));
  const items = asked.value?.items ?? [];
  const at = Math.min(items.length - 1, Math.max(0, Number(params.row ?? 0) || 0));
  const chosen = items[at];
  const move = (to: number): void => {
    if (to >= 0 && to < items.length) setParams({ row: String(to) });
    else if (to >= items.length && page + 1 < pages) setParams({ page: String(page + 1), row: undefined });
    else if (to < 0 && page > 0) setParams({ page: String(page - 1), row: String(SIZE - 1) });
  };
  useKeys({
    j: () => move(at + 1),
    k: () => move(at - 1),
    o: () => chosen?.chain.repairId !== undefined && go(linkTo("repair", chosen.chain.repairId)),
  });
  return (
    <Panel
      title="Rows"
      side={
        <>
          <span className="quiet">
            <Kbd>j</Kbd> <Kbd>k</Kbd>
          </span>
          <button
            type="button"
            className="small"
            disabled={page === 0}
            onClick={() => setParams({ page: String(page - 1), row: undefined })}
          >
            Previous page
          </button>
          <span className="quiet number">
            {count(total === 0 ? 0 : page * SIZE + 1)} to {count(Math.min(total, (page + 1) * SIZE))} of {count(all)}
          </span>
          <button
            type="button"
            className="small"
            disabled={page + 1 >= pages}
            onClick={() => setParams({ page: String(page + 1), row: undefined })}
          >
            Next page
          </button>
        </>
      }
    >
      {asked.failure && <Failed failure={asked.failure} again={asked.again} />}
      {!asked.value && asked.waiting && <Waiting what="the rows" />}
      {asked.value && items.length === 0 && <p className="nothing">This version has no rows.</p>}
      {chosen && (
        <div className="datasets-rows">
          <ol className="datasets-list">
            {items.map((item, index) => (
              <li key={item.itemId} className={index === at ? "chosen" : ""}>
                <button type="button" aria-pressed={index === at} onClick={() => setParams({ row: String(index) })}>
                  <Line item={item} />
                </button>
              </li>
            ))}
          </ol>
          <Chain item={chosen} />
        </div>
      )}
    </Panel>
  );
}

function Line({ item: { path, split, tokens, dupGroup, itemId } }: { readonly item: ShownItem }) {
  return (
    <>
      <span className="datasets-rule">
        <Safe text={dupGroup.split(" ")[0] ?? ""} most={40} />
      </span>
      <span className="datasets-path">
        <Safe text={path ?? itemId.slice(0, 12)} most={90} />
      </span>
      <span className="quiet number">
        {split === "validation" ? "validate, " : ""}
        {count(tokens)}
      </span>
    </>
  );
}
