import { linkTo } from "../../route.ts";
import { visibleText } from "../../text/visible.ts";
import { Kbd, toneOf } from "../../view/Parts.tsx";
import type { Decision } from "./use-queue.ts";

/** The last ten, newest at the right; each opens its repair, the newest can be taken back. */
export function Decisions({ decisions, undo }: { readonly decisions: readonly Decision[]; readonly undo: () => void }) {
  return (
    <fieldset className="decisions" aria-label="Last labels">
      {decisions.map(({ key, item, value }) => (
        <a
          key={key}
          className={`decision tone-${toneOf(value)}`}
          href={linkTo("repair", item.repairId)}
          title={visibleText(`${value}: ${item.ruleId} ${item.path}`.slice(0, 200))}
        >
          <span className="dot" aria-hidden="true" />
          <span className="for-readers">{value}, open its repair</span>
        </a>
      ))}
      {decisions.length > 0 && (
        <button type="button" className="small" onClick={undo}>
          Undo <Kbd>u</Kbd>
        </button>
      )}
    </fieldset>
  );
}
