import { useState } from "react";
import type { PlaygroundAnswer, RawAnswer } from "../../../src/server/api.ts";
import { useAsked, useDesk } from "../data/ask.ts";
import { type AskFailure, asFailure } from "../data/failure.ts";
import { go, linkTo, useRoute } from "../route.ts";
import { count, duration, money } from "../text/figures.ts";
import { visibleText } from "../text/visible.ts";
import { Checks } from "../view/Checks.tsx";
import { DiffView } from "../view/DiffView.tsx";
import { useKeys } from "../view/keys.ts";
import { Empty, Failed, Panel, Status, Waiting } from "../view/Parts.tsx";
import { Safe } from "../view/Safe.tsx";
import { TextView } from "../view/TextView.tsx";

/** Asks again with another prompt or another model, and shows the answer beside the old one. Nothing of it is stored. */
export function Playground() {
  const { source, config } = useDesk();
  const { id, params } = useRoute();
  const asked = useAsked(id, (signal) => source.get<RawAnswer>(`/api/attempts/${encodeURIComponent(id)}/raw`, signal));
  const back = (): void => go(params.repair === undefined ? linkTo("traces") : linkTo("repair", params.repair));
  useKeys({ Escape: back });
  if (!config.can.playground || config.models.length === 0)
    return (
      <div className="screen">
        <Empty title="There is no model to ask.">
          {config.readOnly ? (
            "This is a bundle: it holds what was recorded and asks nobody."
          ) : (
            <>
              Set a model in <code>.patchpro.toml</code>; <code>patchpro doctor</code> says which answer.
            </>
          )}
        </Empty>
      </div>
    );
  if (asked.failure)
    return (
      <div className="screen">
        <Failed failure={asked.failure} again={asked.again} />
      </div>
    );
  if (!asked.value)
    return (
      <div className="screen">
        <Waiting what="the attempt" />
      </div>
    );
  return <Bench key={id} raw={asked.value} back={back} />;
}

function Bench({ raw, back }: { readonly raw: RawAnswer; readonly back: () => void }) {
  const { source, config } = useDesk();
  const { attempt } = raw;
  const [system, setSystem] = useState(attempt.system);
  const [user, setUser] = useState(attempt.prompt);
  const [model, setModel] = useState(config.models.find((each) => each === attempt.model) ?? config.models[0] ?? "");
  const [part, setPart] = useState<"user" | "system">("user");
  const [running, setRunning] = useState(false);
  const [answer, setAnswer] = useState<PlaygroundAnswer>();
  const [failure, setFailure] = useState<AskFailure>();
  const run = async (): Promise<void> => {
    setRunning(true);
    setFailure(undefined);
    try {
      setAnswer(
        await source.send<PlaygroundAnswer>("POST", "/api/playground", { attemptId: attempt.id, system, user, model }),
      );
    } catch (thrown) {
      setFailure(asFailure(thrown));
    } finally {
      setRunning(false);
    }
  };
  const changed = system !== attempt.system || user !== attempt.prompt;
  return (
    <div className="screen scrolls playground">
      <div className="screen-head">
        <button type="button" className="small" onClick={back}>
          Back
        </button>
        <h1>Playground</h1>
        <span className="quiet">
          <Safe text={`${attempt.promptName}@${attempt.promptVersion}`} most={80} />
          {changed && ", changed"}
        </span>
        <span className="spacer" />
        {changed && (
          <button
            type="button"
            onClick={() => {
              setSystem(attempt.system);
              setUser(attempt.prompt);
            }}
          >
            As it was
          </button>
        )}
        <select aria-label="Model" value={model} onChange={(event) => setModel(event.target.value)}>
          {config.models.map((each) => (
            <option key={each} value={each}>
              {visibleText(each)}
            </option>
          ))}
        </select>
        <button type="button" className="primary" disabled={running || user.trim() === ""} onClick={() => void run()}>
          {running ? "Asking …" : "Ask"}
        </button>
      </div>
      <Panel
        title="Prompt"
        side={
          <fieldset className="segments" aria-label="Part of the prompt">
            {(["user", "system"] as const).map((each) => (
              <button key={each} type="button" aria-pressed={part === each} onClick={() => setPart(each)}>
                {each === "user" ? "User" : "System"}
              </button>
            ))}
          </fieldset>
        }
      >
        <textarea
          className="code editor prompt-editor"
          aria-label={part === "user" ? "User prompt" : "System prompt"}
          spellCheck={false}
          value={part === "user" ? user : system}
          onChange={(event) => (part === "user" ? setUser : setSystem)(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && void run()}
        />
      </Panel>
      {failure && <Failed failure={failure} again={() => void run()} />}
      <div className="columns two">
        <Side
          title={`Then: ${attempt.model}`}
          status={attempt.outcome}
          figures={[attempt.promptTokens, attempt.completionTokens, attempt.costMicroUsd, attempt.latencyMs]}
          patch={attempt.patch}
          reply={attempt.reply}
          reason={attempt.reason}
        >
          <Checks checks={attempt.checks} code={attempt.code} />
        </Side>
        {answer ? (
          <Side
            title={`Now: ${answer.reply.model}`}
            status={answer.proved ? "accepted" : answer.reply.ok ? "rejected" : "failed"}
            figures={[
              answer.reply.promptTokens,
              answer.reply.completionTokens,
              answer.reply.costMicroUsd,
              answer.reply.latencyMs,
            ]}
            patch={answer.patch}
            reply={answer.reply.text}
            reason={answer.reply.reason ?? answer.unreadable}
          >
            <Checks checks={answer.checks} />
          </Side>
        ) : (
          <Panel title="Now">
            {running ? (
              <Waiting what="the model's answer" />
            ) : (
              <p className="nothing">
                Ask to see the answer climb the ladder beside the old one. It costs what a request costs, and is not
                stored.
              </p>
            )}
          </Panel>
        )}
      </div>
    </div>
  );
}

interface SideProps {
  readonly title: string;
  readonly status: string | undefined;
  /** Prompt tokens, reply tokens, micro-dollars, milliseconds. */
  readonly figures: readonly [number | undefined, number | undefined, number | undefined, number | undefined];
  readonly patch: string | undefined;
  readonly reply: string | undefined;
  readonly reason: string | undefined;
  readonly children: React.ReactNode;
}

function Side({ title, status, figures: [asked, said, cost, ms], patch, reply, reason, children }: SideProps) {
  return (
    <Panel title={title} side={<Status value={status} />}>
      <p className="quiet number side-figures">
        {asked === undefined ? "unknown" : count(asked)} tokens in, {said === undefined ? "unknown" : count(said)} out,{" "}
        {money(cost)}, {duration(ms)}
      </p>
      {reason !== undefined && (
        <p className="side-reason">
          <Safe text={reason} most={1000} />
        </p>
      )}
      <div className="side-diff">
        <DiffView diff={patch} label="Patch" split={false} empty="No patch." />
      </div>
      {children}
      <details className="side-reply">
        <summary>Reply</summary>
        <div className="side-text">
          <TextView text={reply} label="Reply" empty="No reply came." />
        </div>
      </details>
    </Panel>
  );
}
