import { type RefObject, useState } from "react";
import { REASONS } from "../../label/reasons.ts";
import { Kbd } from "../../view/Parts.tsx";
import { Safe } from "../../view/Safe.tsx";
import type { Decision } from "./use-queue.ts";

interface ReasonsProps {
  readonly decision: Decision;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly toggle: (reason: string) => void;
  readonly note: (text: string) => void;
  readonly close: () => void;
}

/** Why the one before was bad, while the next is already shown: digits, or words, or nothing. */
export function Reasons({ decision, field, toggle, note, close }: ReasonsProps) {
  const [text, setText] = useState("");
  return (
    <section className="reasons" aria-label="Why it was bad">
      <span className="quiet">
        The last one (<Safe text={decision.item.ruleId} most={40} />) was bad because
      </span>
      {REASONS.map(([code, said], at) => (
        <button
          key={code}
          type="button"
          className="small"
          aria-pressed={decision.reasons.includes(code)}
          onClick={() => toggle(code)}
        >
          <Kbd>{at + 1}</Kbd> {said}
        </button>
      ))}
      <input
        ref={field}
        aria-label="In your words"
        placeholder="n: in your words, Enter keeps them"
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          event.currentTarget.blur();
          if (event.key === "Enter") note(text);
          else close();
          setText("");
        }}
      />
      <button type="button" className="small" onClick={close}>
        Close <Kbd>Enter</Kbd>
      </button>
    </section>
  );
}
