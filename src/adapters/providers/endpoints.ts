import type { ReplyMode } from "../../ports/provider.ts";
import { type Breaker, type BreakerSettings, createBreaker } from "./breaker.ts";
import { createGate, type Gate } from "./gate.ts";
import { createManner, type Manner } from "./manner.ts";

/** What is known of one endpoint, shared by every model that is asked there. */
export interface Endpoint {
  readonly breaker: Breaker;
  readonly gate: Gate;
  /** Milliseconds since the epoch until which the endpoint asked for silence. */
  quietUntil: number;
  manner(model: string, ladder: readonly ReplyMode[]): Manner;
}

/** The endpoints of a process by base URL. */
export interface Endpoints {
  at(baseUrl: string): Endpoint;
}

export interface EndpointSettings {
  /** Requests under way at one endpoint, at most. */
  readonly concurrency: number;
  readonly breaker: BreakerSettings;
}

export const DEFAULT_ENDPOINT: EndpointSettings = { concurrency: 4, breaker: { threshold: 8, pauseMs: 20_000 } };

/** A memory of endpoints, empty at first. Pass one to several providers, so that they share it. */
export function createEndpoints(now: () => number, settings: EndpointSettings = DEFAULT_ENDPOINT): Endpoints {
  const known = new Map<string, Endpoint>();
  return {
    at(baseUrl) {
      const endpoint = known.get(baseUrl) ?? createEndpoint(now, settings);
      known.set(baseUrl, endpoint);
      return endpoint;
    },
  };
}

function createEndpoint(now: () => number, settings: EndpointSettings): Endpoint {
  const manners = new Map<string, Manner>();
  return {
    breaker: createBreaker(settings.breaker, now),
    gate: createGate(settings.concurrency),
    quietUntil: 0,
    manner(model, ladder) {
      const manner = manners.get(model) ?? createManner(ladder);
      manners.set(model, manner);
      return manner;
    },
  };
}
