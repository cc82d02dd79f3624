import { Component, type ReactNode } from "react";
import { asFailure } from "../data/failure.ts";
import { Failed } from "./Parts.tsx";

interface GuardProps {
  readonly children: ReactNode;
}

/** What one screen cannot draw must not take the page with it. */
export class Guard extends Component<GuardProps, { readonly thrown?: unknown }> {
  override state: { readonly thrown?: unknown } = {};

  static getDerivedStateFromError(thrown: unknown): { readonly thrown: unknown } {
    return { thrown };
  }

  override render(): ReactNode {
    if (this.state.thrown === undefined) return this.props.children;
    return <Failed failure={asFailure(this.state.thrown)} again={() => this.setState({ thrown: undefined })} />;
  }
}
