import { PatchProError } from "../../domain/errors.ts";
import type { ModelReply, ModelRequest, Provider } from "../../ports/provider.ts";

/** One budget for all cases of a run, however many are worked on at once. */
export interface Purse {
  /** A provider that asks only while its dearest answer still fits into what is left. */
  guard(provider: Provider): Provider;
  /** A request was refused. */
  readonly isEmpty: () => boolean;
}

/** `limitUsd`: US dollars. A guarded provider without a known price throws `PatchProError("budget")`: no limit could be kept. */
export function purse(limitUsd: number): Purse {
  let spent = 0;
  let held = 0;
  let refused = false;
  const ask = async (provider: Provider, request: ModelRequest): Promise<ModelReply> => {
    const ceiling = provider.ceilingUsd(request);
    if (ceiling === undefined)
      throw new PatchProError(
        "budget",
        `the price of ${provider.name} is not known, so a limit of $${limitUsd} cannot be kept`,
        "State it in [model.prices], or leave --budget-usd out.",
      );
    if (spent + held + ceiling > limitUsd) {
      refused = true;
      return overBudget(limitUsd, spent);
    }
    held += ceiling;
    try {
      const reply = await provider.ask(request);
      spent += reply.costUsd ?? ceiling;
      return reply;
    } finally {
      held -= ceiling;
    }
  };
  return {
    guard: (provider) => ({ ...provider, ask: (request) => ask(provider, request) }),
    isEmpty: () => refused,
  };
}

function overBudget(limitUsd: number, spent: number): ModelReply {
  return {
    ok: false,
    code: "BUDGET_EXCEEDED",
    reason: `another request could cost more than $${limitUsd} ($${spent.toFixed(4)} spent)`,
    retryable: false,
    usage: {
      inputTokens: undefined,
      outputTokens: undefined,
      cachedInputTokens: undefined,
      reasoningTokens: undefined,
    },
    costUsd: 0,
    latencyMs: 0,
    transportRetries: 0,
  };
}
