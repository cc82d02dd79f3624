import { useCallback, useEffect, useRef, useState } from "react";
import { useDesk } from "../data/ask.ts";
import { useRepairList } from "../data/repair-list.ts";
import { go, linkTo, setParams, useRoute } from "../route.ts";
import { count } from "../text/figures.ts";
import { useKeys } from "../view/keys.ts";
import { Empty, Failed, Waiting } from "../view/Parts.tsx";
import { type VirtualHandle, VirtualRows } from "../view/VirtualRows.tsx";
import { FacetList } from "./traces/Facets.tsx";
import { RepairLine } from "./traces/RepairLine.tsx";
import { SearchBox } from "./traces/SearchBox.tsx";
import { SortChoice } from "./traces/SortChoice.tsx";
import { Views } from "./traces/Views.tsx";

const ROW = 46;

export function Traces() {
  const { repairs, config } = useDesk();
  const { params } = useRoute();
  const q = params.q ?? "";
  const sort = params.sort ?? "newest";
  const list = useRepairList(q, sort);
  const at = Math.min(Number(params.row ?? 0), Math.max(0, list.rows.length - 1));
  const rows = useRef<VirtualHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const [facetsOpen, setFacetsOpen] = useState(false);
  const move = (by: number): void => {
    const to = Math.max(0, Math.min(list.rows.length - 1, at + by));
    setParams({ row: String(to) });
    rows.current?.reveal(to);
  };
  const openRow = (index: number): void => {
    const row = list.rows[index];
    if (!row) return;
    setParams({ row: String(index) });
    go(linkTo("repair", row.id, { q: q || undefined, sort: sort === "newest" ? undefined : sort, row: String(index) }));
  };
  const current = list.rows[at]?.id;
  useEffect(() => {
    if (current === undefined) return;
    const soon = setTimeout(() => void repairs.load(current).catch(() => undefined), 150);
    return () => clearTimeout(soon);
  }, [current, repairs]);
  useEffect(() => rows.current?.reveal(at), [at]);
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    PageDown: () => move(15),
    PageUp: () => move(-15),
    Home: () => move(-at),
    Enter: () => openRow(at),
    "/": () => search.current?.focus(),
    f: () => setFacetsOpen((open) => !open),
  });
  const { more } = list;
  const onShown = useCallback((last: number) => more(last), [more]);
  const search4 = (query: string): void => setParams({ q: query, row: undefined }, false);

  return (
    <div className="screen traces">
      <div className="traces-head">
        <SearchBox ref={search} query={q} problems={list.problems} search={search4} />
        <SortChoice sort={sort} />
        <button
          type="button"
          className="facets-toggle"
          aria-expanded={facetsOpen}
          onClick={() => setFacetsOpen(!facetsOpen)}
        >
          Facets
        </button>
      </div>
      <Views query={q} sort={sort} />
      <div className={`traces-body ${facetsOpen ? "facets-open" : ""}`}>
        <FacetList facets={list.facets} query={q} search={search4} />
        <div className="trace-list">
          <div className="trace-count number" role="status">
            {list.total === undefined ? "" : `${count(list.total)} ${list.total === 1 ? "repair" : "repairs"}`}
            {list.waiting && <span className="quiet"> reading …</span>}
          </div>
          {list.failure && <Failed failure={list.failure} again={list.again} />}
          {list.rows.length === 0 && list.waiting && !list.failure && <Waiting what="the traces" />}
          {list.rows.length === 0 && !list.waiting && !list.failure && (
            <NoRows query={q} clear={() => search4("")} readOnly={config.readOnly} />
          )}
          {list.rows.length > 0 && (
            <VirtualRows
              handle={rows}
              count={list.rows.length}
              height={ROW}
              label="Repairs"
              role="listbox"
              className="trace-rows"
              active={`repair-row-${at}`}
              onShown={onShown}
              row={(index) => {
                const row = list.rows[index];
                return row && <RepairLine key={row.id} row={row} index={index} chosen={index === at} open={openRow} />;
              }}
            />
          )}
        </div>
      </div>
    </div>
  );
}

function NoRows({
  query,
  clear,
  readOnly,
}: {
  readonly query: string;
  readonly clear: () => void;
  readonly readOnly: boolean;
}) {
  if (query === "")
    return (
      <Empty title="Nothing is recorded yet.">
        Run <code>patchpro run --sources native,model --model PROVIDER:NAME</code>: each repair that a model works on is
        listed here.
      </Empty>
    );
  return (
    <Empty title="No repair matches.">
      <p>
        {readOnly ? "This is a bundle: texts of prompts and replies are not searched. " : ""}Take a term out, or look at
        everything.
      </p>
      <button type="button" onClick={clear}>
        Clear the search
      </button>
    </Empty>
  );
}
