import type { ReactNode } from "react";
import type { ShownItem } from "../../../../src/server/dataset-api.ts";
import { linkTo } from "../../route.ts";
import { count } from "../../text/figures.ts";
import { Safe } from "../../view/Safe.tsx";
import { TextView } from "../../view/TextView.tsx";

/** One row: from the row back to the commit, and the words that are learned. */
export function Chain({ item }: { readonly item: ShownItem }) {
  const { chain, attemptId, labelId, itemId, input, output, split, tokens } = item;
  return (
    <div className="datasets-row">
      <ol className="datasets-chain" aria-label="Where it comes from">
        <Link name="Row">
          <code>{itemId.slice(0, 12)}</code> {split}, about {count(tokens)} tokens
        </Link>
        <Link name="Label">
          <code>{labelId.slice(-8)}</code>{" "}
          {chain.rater === undefined ? (
            <Gone />
          ) : (
            <>
              {chain.corrected ? "corrected" : chain.value} by <Safe text={chain.rater} most={60} />
            </>
          )}
        </Link>
        <Link name="Attempt">
          {chain.repairId === undefined ? (
            <>
              <code>{attemptId.slice(-8)}</code> <Gone />
            </>
          ) : (
            <a href={linkTo("repair", chain.repairId)}>
              <code>{attemptId.slice(-8)}</code>
            </a>
          )}
        </Link>
        <Link name="Run">
          {chain.runId === undefined ? (
            <Gone />
          ) : (
            <a href={linkTo("traces", "", { q: `run:${chain.runId}` })}>
              <Safe text={chain.runId} most={40} />
            </a>
          )}
        </Link>
        <Link name="Commit">
          {chain.commit === undefined ? (
            <span className="quiet">not recorded</span>
          ) : (
            <code>{chain.commit.slice(0, 12)}</code>
          )}
        </Link>
      </ol>
      <h3>Answer</h3>
      <pre className="datasets-text code">
        <Safe text={pretty(output)} most={20_000} />
      </pre>
      <details>
        <summary>Prompt</summary>
        <div className="datasets-prompt">
          <TextView text={input} label="Prompt" empty="The prompt is not in the store any more." />
        </div>
      </details>
    </div>
  );
}

function Link({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <li className="datasets-link">
      <span className="datasets-step">{name}</span>
      <span>{children}</span>
    </li>
  );
}

function Gone() {
  return <span className="quiet">not in the store any more</span>;
}

/** JSON with its line breaks; anything else as it is. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
