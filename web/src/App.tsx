import { useMemo, useState, useSyncExternalStore } from "react";
import type { ConfigAnswer } from "../../src/server/api.ts";
import { type Desk, DeskContext, useAsked } from "./data/ask.ts";
import { repairCache } from "./data/repair-cache.ts";
import type { Source } from "./data/source.ts";
import { type Outbox, outbox } from "./label/outbox.ts";
import { go, linkTo, type Screen, useRoute } from "./route.ts";
import { Clusters } from "./screens/Clusters.tsx";
import { Correct } from "./screens/Correct.tsx";
import { Datasets } from "./screens/Datasets.tsx";
import { Evals } from "./screens/Evals.tsx";
import { Judge } from "./screens/Judge.tsx";
import { Live } from "./screens/Live.tsx";
import { Overview } from "./screens/Overview.tsx";
import { Playground } from "./screens/Playground.tsx";
import { Queue } from "./screens/Queue.tsx";
import { Repair } from "./screens/Repair.tsx";
import { Traces } from "./screens/Traces.tsx";
import { plural } from "./text/figures.ts";
import { switchTheme } from "./theme.ts";
import { Guard } from "./view/Guard.tsx";
import { Help } from "./view/Help.tsx";
import { useKeys } from "./view/keys.ts";
import { Failed, Waiting } from "./view/Parts.tsx";
import { Safe } from "./view/Safe.tsx";
import { Toasts } from "./view/toasts.tsx";

const MENU: readonly (readonly [Screen, string])[] = [
  ["overview", "Overview"],
  ["traces", "Traces"],
  ["queue", "Labels"],
  ["live", "Live"],
  ["clusters", "Clusters"],
  ["evals", "Evals"],
  ["judge", "Judge"],
  ["datasets", "Datasets"],
];
const SCREEN_OF: Readonly<Record<Screen, () => React.ReactNode>> = {
  overview: Overview,
  traces: Traces,
  repair: Repair,
  queue: Queue,
  correct: Correct,
  playground: Playground,
  live: Live,
  clusters: Clusters,
  evals: Evals,
  judge: Judge,
  datasets: Datasets,
};
const MENU_OF: Readonly<Partial<Record<Screen, Screen>>> = {
  repair: "traces",
  correct: "traces",
  playground: "traces",
};

export function App({ source }: { readonly source: Source }) {
  const asked = useAsked("config", (signal) => source.get<ConfigAnswer>("/api/config", signal));
  if (asked.value) return <Page source={source} config={asked.value} />;
  return (
    <main className="screen">
      {asked.failure ? <Failed failure={asked.failure} again={asked.again} /> : <Waiting what="the settings" />}
    </main>
  );
}

function Page({ source, config }: { readonly source: Source; readonly config: ConfigAnswer }) {
  const desk = useMemo<Desk>(
    () => ({ source, config, repairs: repairCache(source), outbox: outbox(source) }),
    [source, config],
  );
  const route = useRoute();
  const [help, setHelp] = useState(false);
  useKeys({
    "?": () => setHelp(true),
    T: switchTheme,
    "g o": () => go(linkTo("overview")),
    "g t": () => go(linkTo("traces")),
    "g q": () => go(linkTo("queue")),
    "g l": () => go(linkTo("live")),
    "g c": () => go(linkTo("clusters")),
    "g e": () => go(linkTo("evals")),
    "g j": () => go(linkTo("judge")),
    "g d": () => go(linkTo("datasets")),
  });
  const Screen = SCREEN_OF[route.screen];
  const here = MENU_OF[route.screen] ?? route.screen;
  return (
    <DeskContext value={desk}>
      <button type="button" className="skip" onClick={() => document.getElementById("main")?.focus()}>
        Skip to the content
      </button>
      <header className="top">
        <span className="brand">PatchPro</span>
        <span className="repository quiet">
          <Safe text={config.repository} most={60} />
        </span>
        <nav aria-label="Screens">
          {MENU.map(([screen, name]) => (
            <a key={screen} href={linkTo(screen)} aria-current={here === screen ? "page" : undefined}>
              {name}
            </a>
          ))}
        </nav>
        <span className="spacer" />
        {config.readOnly && <span className="label-chip">read-only</span>}
        {route.screen !== "queue" && <Unsent outbox={desk.outbox} />}
        <button type="button" className="small" aria-label="Light or dark" title="Light or dark" onClick={switchTheme}>
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
            <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
            <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
          </svg>
        </button>
        <button type="button" className="small" aria-label="Keys" title="Keys" onClick={() => setHelp(true)}>
          ?
        </button>
      </header>
      <main id="main" tabIndex={-1}>
        <Guard key={`${route.screen} ${route.id}`}>
          <Screen />
        </Guard>
      </main>
      <Toasts />
      <Help open={help} close={() => setHelp(false)} />
    </DeskContext>
  );
}

/** By itself, so that a label does not draw the page again. */
function Unsent({ outbox: { subscribe, state } }: { readonly outbox: Outbox }) {
  const { waiting, failure } = useSyncExternalStore(subscribe, state);
  return (
    waiting > 0 && (
      <span className={`label-chip ${failure ? "tone-warn" : ""}`}>{plural(waiting, "label")} to send</span>
    )
  );
}
