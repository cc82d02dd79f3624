import { useState } from "react";
import type { SavedView } from "../../../../src/ports/store.ts";
import type { DeletedAnswer, ViewAnswer, ViewsAnswer } from "../../../../src/server/api.ts";
import { useAsked, useDesk } from "../../data/ask.ts";
import { asFailure } from "../../data/failure.ts";
import { linkTo } from "../../route.ts";
import { Safe } from "../../view/Safe.tsx";
import { toast } from "../../view/toasts.tsx";

const BUILT_IN: readonly Pick<SavedView, "id" | "name" | "query" | "sort">[] = [
  { id: "*rejected", name: "Rejected", query: "outcome:rejected", sort: undefined },
  { id: "*retried", name: "Retried", query: "attempts:>1", sort: "attempts" },
  { id: "*dear", name: "Dearest", query: "cost:>0", sort: "cost" },
  { id: "*unlabelled", name: "Accepted, unlabelled", query: "outcome:accepted label:none", sort: undefined },
];

/** Queries worth coming back to: four that everybody needs, and those that were saved. */
export function Views({ query, sort }: { readonly query: string; readonly sort: string }) {
  const { source, config } = useDesk();
  const saved = useAsked("views", (signal) => source.get<ViewsAnswer>("/api/views", signal));
  const [name, setName] = useState<string>();
  const mine = saved.value?.views.filter(({ screen }) => screen === "traces") ?? [];
  const views = [...BUILT_IN, ...mine];
  const isShown = (view: (typeof views)[number]): boolean => view.query === query && (view.sort ?? "newest") === sort;
  const current = mine.find(isShown);
  const save = async (): Promise<void> => {
    if (!name?.trim()) return;
    try {
      await source.send<ViewAnswer>("POST", "/api/views", {
        name: name.trim(),
        screen: "traces",
        q: query,
        sort,
        columns: [],
      });
      setName(undefined);
      saved.again();
    } catch (thrown) {
      toast(asFailure(thrown).message, { tone: "bad" });
    }
  };
  const remove = async (view: SavedView): Promise<void> => {
    try {
      await source.send<DeletedAnswer>("DELETE", `/api/views/${encodeURIComponent(view.id)}`);
      saved.again();
      toast(`View ${view.name} deleted.`, {
        undo: () =>
          void source
            .send("POST", "/api/views", {
              id: view.id,
              name: view.name,
              screen: view.screen,
              q: view.query,
              sort: view.sort,
              columns: view.columns,
            })
            .then(saved.again, () => undefined),
      });
    } catch (thrown) {
      toast(asFailure(thrown).message, { tone: "bad" });
    }
  };
  return (
    <nav className="views" aria-label="Saved views">
      {views.map((view) => (
        <a
          key={view.id}
          href={linkTo("traces", "", { q: view.query, sort: view.sort })}
          aria-current={isShown(view) ? "page" : undefined}
        >
          <Safe text={view.name} most={40} />
        </a>
      ))}
      {current && !config.readOnly && (
        <button type="button" className="small" onClick={() => void remove(current)}>
          Delete view
        </button>
      )}
      {!config.readOnly && query !== "" && !views.some(isShown) && name === undefined && (
        <button type="button" className="small" onClick={() => setName("")}>
          Save view
        </button>
      )}
      {name !== undefined && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <input
            // biome-ignore lint/a11y/noAutofocus: the field was asked for just now
            autoFocus
            aria-label="Name of the view"
            placeholder="Name of the view"
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => event.key === "Escape" && setName(undefined)}
          />
          <button type="submit" className="small">
            Save
          </button>
        </form>
      )}
    </nav>
  );
}
