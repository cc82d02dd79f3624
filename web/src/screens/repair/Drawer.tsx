import { useEffect, useState } from "react";
import type { AttemptTrace } from "../../../../src/domain/trace.ts";
import type { RawAnswer, RepairAnswer } from "../../../../src/server/api.ts";
import { useAsked, useDesk } from "../../data/ask.ts";
import { Failed, Kbd, Waiting } from "../../view/Parts.tsx";
import { Safe } from "../../view/Safe.tsx";
import { TextView } from "../../view/TextView.tsx";
import { Ladder } from "./Ladder.tsx";
import { Usage } from "./Usage.tsx";

export const TABS = [
  ["attempts", "Attempts side by side", "a"],
  ["prompt", "Prompt", "p"],
  ["reply", "Reply", "r"],
  ["raw", "Raw", "v"],
  ["usage", "Tokens and cost", "t"],
] as const;
export type Tab = (typeof TABS)[number][0];

interface DrawerProps {
  readonly answer: RepairAnswer;
  readonly attempt: AttemptTrace;
  readonly tab: Tab;
  readonly setTab: (tab: Tab) => void;
  readonly choose: (attempt: AttemptTrace) => void;
}

/** What lies under the three panes: texts in full, and the attempts beside each other. */
export function Drawer({ answer, attempt, tab, setTab, choose }: DrawerProps) {
  return (
    <section className="drawer" aria-label="Texts of the attempt">
      <div className="tabs" role="tablist" aria-label="Texts">
        {TABS.map(([name, label, key]) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={tab === name}
            aria-controls="drawer-body"
            onClick={() => setTab(name)}
          >
            {label} <Kbd>{key}</Kbd>
          </button>
        ))}
      </div>
      <div className="drawer-body" id="drawer-body" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === "attempts" && (
          <Ladder attempts={answer.attempts} missing={answer.missing} chosen={attempt.id} choose={choose} />
        )}
        {tab === "prompt" && <Prompt attempt={attempt} />}
        {tab === "reply" && (
          <TextView
            text={attempt.reply}
            label="Reply"
            empty={attempt.outcome === undefined ? "The model was asked and has not answered yet." : "No reply came."}
          />
        )}
        {tab === "raw" && <Raw attemptId={attempt.id} />}
        {tab === "usage" && <Usage answer={answer} attempt={attempt} />}
      </div>
    </section>
  );
}

function Prompt({ attempt }: { readonly attempt: AttemptTrace }) {
  const [part, setPart] = useState<"user" | "system">("user");
  return (
    <div className="prompt">
      <fieldset className="segments" aria-label="Part of the prompt">
        {(["user", "system"] as const).map((each) => (
          <button key={each} type="button" aria-pressed={part === each} onClick={() => setPart(each)}>
            {each === "user" ? "User" : "System"}
          </button>
        ))}
        <span className="quiet">
          <Safe text={`${attempt.promptName}@${attempt.promptVersion}`} most={80} />
        </span>
      </fieldset>
      <TextView
        text={part === "user" ? attempt.prompt : attempt.system}
        label={part === "user" ? "User prompt" : "System prompt"}
        empty="It was empty."
      />
    </div>
  );
}

/** Each text once: the attempt's own are the request's messages and the reply. */
function rawText({
  request,
  reply,
  attempt: { system: _system, prompt: _prompt, reply: _reply, ...attempt },
}: RawAnswer): string {
  return JSON.stringify({ request, reply, attempt }, null, 2);
}

function Raw({ attemptId }: { readonly attemptId: string }) {
  const { source } = useDesk();
  const asked = useAsked(attemptId, (signal) =>
    source.get<RawAnswer>(`/api/attempts/${encodeURIComponent(attemptId)}/raw`, signal),
  );
  const [text, setText] = useState<string>();
  const { value } = asked;
  useEffect(() => {
    setText(undefined);
    if (!value) return;
    const soon = setTimeout(() => setText(rawText(value)), 0);
    return () => clearTimeout(soon);
  }, [value]);
  if (asked.failure) return <Failed failure={asked.failure} again={asked.again} />;
  return text === undefined ? (
    <Waiting what="what is kept" />
  ) : (
    <TextView text={text} label="Request and attempt as kept" empty="" />
  );
}
