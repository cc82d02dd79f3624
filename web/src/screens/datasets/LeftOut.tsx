import type { DatasetAnswer, RefusedGroup } from "../../../../src/server/dataset-api.ts";
import { linkTo } from "../../route.ts";
import { count, plural } from "../../text/figures.ts";
import { Panel } from "../../view/Parts.tsx";
import { Safe } from "../../view/Safe.tsx";

/** What would have done harm if it had been learned from. */
const HARM = new Set<string>(["leak", "secret", "duplicate"]);

/** Labelled attempts that are not in a version, by the reason; leaks, secrets and duplicates first. */
export function LeftOut({ manifest, refused }: Pick<DatasetAnswer, "manifest" | "refused">) {
  const total = refused.reduce((sum, group) => sum + group.count, 0);
  const sorted = [...refused].sort((a, b) => Number(HARM.has(b.reason)) - Number(HARM.has(a.reason)));
  return (
    <Panel title="Left out" side={<span className="quiet number">{count(total)}</span>}>
      {total === 0 ? (
        <p className="nothing">
          Nothing: no leak, secret or duplicate among {plural(manifest.considered, "labelled attempt")}.
        </p>
      ) : (
        <ul className="datasets-reasons">
          {sorted.map((group) => (
            <li key={group.reason}>
              <Group group={group} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Group({ group: { reason, what, remedy, count: all, attempts } }: { readonly group: RefusedGroup }) {
  return (
    <details>
      <summary>
        <span className="datasets-count number">{count(all)}</span>
        <span className={HARM.has(reason) ? "tone-bad" : ""}>{reason.replaceAll("-", " ")}</span>
        <span className="quiet">{what}</span>
      </summary>
      {remedy !== undefined && <p className="datasets-remedy">{capital(remedy)}.</p>}
      <ul>
        {attempts.map(({ attemptId, detail }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an attempt may be there twice, as two pairs
          <li key={at}>
            <a href={linkTo("traces", "", { q: `id:${attemptId}` })}>
              <code>{attemptId.slice(-8)}</code>
            </a>{" "}
            <Safe text={detail} most={300} />
          </li>
        ))}
      </ul>
      {attempts.length < all && <p className="quiet">and {count(all - attempts.length)} more in refused.jsonl</p>}
    </details>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
