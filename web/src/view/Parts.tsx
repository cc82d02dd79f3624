import type { ReactNode } from "react";
import type { AskFailure } from "../data/failure.ts";
import { visibleText } from "../text/visible.ts";
import { Safe } from "./Safe.tsx";

const TONES: Readonly<Record<string, string>> = {
  accepted: "good",
  pass: "good",
  good: "good",
  rejected: "bad",
  failed: "bad",
  fail: "bad",
  bad: "bad",
  interrupted: "warn",
  budget: "warn",
  unsure: "warn",
  open: "open",
};

export const toneOf = (status: string): string => TONES[status] ?? "plain";

/** A state in one word, with a shape beside its colour. */
export function Status({ value }: { readonly value: string | undefined }) {
  const shown = value ?? "open";
  return (
    <span className={`status tone-${toneOf(shown)}`}>
      <span className="dot" aria-hidden="true" />
      <Safe text={shown} most={40} />
    </span>
  );
}

export function Panel({
  title,
  side,
  children,
  className,
}: {
  readonly title: string;
  readonly side?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  return (
    <section className={`panel ${className ?? ""}`} aria-label={visibleText(title.slice(0, 120))}>
      <header className="panel-head">
        <h2>
          <Safe text={title} most={120} />
        </h2>
        {side !== undefined && <div className="panel-side">{side}</div>}
      </header>
      <div className="panel-body">{children}</div>
    </section>
  );
}

/** Nothing to show, and what to do about it. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children !== undefined && <div className="empty-hint">{children}</div>}
    </div>
  );
}

export function Failed({ failure, again }: { readonly failure: AskFailure; readonly again?: () => void }) {
  return (
    <div className="empty failed" role="alert">
      <p className="empty-title">
        <Safe text={failure.message} />
      </p>
      <div className="empty-hint">
        <Safe text={failure.hint} />
      </div>
      {again && (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}

export function Waiting({ what }: { readonly what: string }) {
  return (
    <p className="nothing waiting" role="status">
      Reading {what} …
    </p>
  );
}

/** A key beside what it does; screen readers are told by the list of keys. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <span className="kbd" aria-hidden="true">
      {children}
    </span>
  );
}
