import type { ModelRequest, Provider, ReplyMode } from "../../ports/provider.ts";
import { billFor } from "./bill.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import type { Dialect } from "./dialect.ts";
import type { Ask, Exchange } from "./exchange.ts";
import { isExplained, isTooLong } from "./failure.ts";
import {
  isJson,
  lowerLimits,
  type Manner,
  refusesLimit,
  refusesShape,
  type Setting,
  stateShape,
  untakenSetting,
} from "./manner.ts";
import { type FetchSettings, observedFetch } from "./observed-fetch.ts";
import { ceilingOf, type Price } from "./prices.ts";
import type { Redact } from "./redact.ts";
import { replyOf } from "./reply.ts";
import { exchange as exchangeThrough } from "./sdk-exchange.ts";
import { deliver, type Transport } from "./transport.ts";

/** A model at an address, and everything that asking it needs. */
export interface Connection extends Transport {
  readonly name: string;
  readonly model: string;
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly dialect: Dialect;
  readonly http: FetchSettings;
  readonly price: Price | undefined;
  readonly redact: Redact;
}

/** How a request ended after all modes and retries that it took. */
export interface Outcome {
  readonly exchange: Exchange;
  readonly mode: ReplyMode;
  readonly retries: number;
  readonly lost: number;
}

/** A provider that asks over the network. Remembers per endpoint and model how it wants to be asked. */
export function endpointProvider(connection: Connection): Provider {
  const { clock, price } = connection;
  return {
    name: connection.name,
    async ask(request) {
      const startedAt = clock.now();
      const deadline = startDeadline(request.timeoutMs, request.signal);
      try {
        const outcome = await pursue(connection, request, deadline, startedAt + request.timeoutMs);
        const answer = outcome.exchange.kind === "answered" ? outcome.exchange : undefined;
        const bill = billFor(request, answer, outcome.lost, price);
        return replyOf(outcome, bill, clock.now() - startedAt, connection.redact);
      } finally {
        deadline[Symbol.dispose]();
      }
    },
    ceilingUsd: (request) => ceilingOf(request, price),
  };
}

/** Asks in the best mode known to work, and in lower ones or for less as long as the server refuses the way of asking. */
async function pursue(
  connection: Connection,
  request: ModelRequest,
  deadline: Deadline,
  deadlineAt: number,
): Promise<Outcome> {
  const manner = connection.endpoint.manner(connection.model, connection.dialect.ladder);
  const leftOut = new Set(manner.untaken);
  const modes = request.schema === undefined ? [] : [...manner.modes()];
  let mode = modes.shift() ?? "text";
  const wanted = Math.min(request.maxOutputTokens, manner.mostOutputTokens);
  const lowerOutputs = lowerLimits(wanted);
  let maxOutputTokens = wanted;
  let isRule = false;
  let retries = 0;
  let lost = 0;
  for (;;) {
    const send = sending(connection, { ...request, maxOutputTokens }, mode, leftOut);
    const delivery = await deliver(send, connection, deadline, deadlineAt, retries);
    const { exchange } = delivery;
    retries += delivery.retries;
    lost += delivery.lost;
    if (exchange.kind === "answered") learn(manner, request, mode, exchange.finishReason, exchange.text);
    if (exchange.kind === "answered" && isRule) manner.mostOutputTokens = maxOutputTokens;

    const setting = exchange.kind === "rejected" ? untakenSetting(exchange.status, exchange.body) : undefined;
    const lower = modes[0];
    const less = lowerOutputs[0];
    if (setting !== undefined && !leftOut.has(setting)) {
      leftOut.add(setting);
      manner.untaken.add(setting);
    } else if (less !== undefined && isAboutLimit(exchange, maxOutputTokens)) {
      lowerOutputs.shift();
      maxOutputTokens = less;
      // What a long prompt left of the model's context is no rule for the next one.
      isRule = !isTooLong(exchange);
    } else if (lower !== undefined && isAboutShape(exchange)) {
      modes.shift();
      mode = lower;
      maxOutputTokens = wanted;
    } else {
      return { exchange, mode, retries, lost };
    }
  }
}

/** Whether the server would rather be asked for a shorter reply. */
function isAboutLimit(exchange: Exchange, asked: number): boolean {
  return exchange.kind === "rejected" && refusesLimit(exchange.status, exchange.body, asked);
}

/** Whether the way of asking for the shape stood in the way, so that a lower mode may do. */
function isAboutShape(exchange: Exchange): boolean {
  if (exchange.kind === "unsendable") return true;
  return exchange.kind === "rejected" && refusesShape(exchange.status, exchange.body) && !isExplained(exchange);
}

function learn(manner: Manner, request: ModelRequest, mode: ReplyMode, finishReason: string, text: string): void {
  if (request.schema === undefined || finishReason === "length" || finishReason === "content-filter") return;
  manner.replied(mode, isJson(text));
}

function sending(connection: Connection, request: ModelRequest, mode: ReplyMode, leftOut: ReadonlySet<Setting>) {
  const { dialect, model, baseUrl, apiKey, http } = connection;
  const { schema } = request;
  const carried = mode === "json-schema" || mode === "tool";
  const ask: Ask = {
    system: request.system,
    user: schema === undefined || carried ? request.user : stateShape(request.user, schema),
    schema,
    mode,
    maxOutputTokens: request.maxOutputTokens,
    temperature: leftOut.has("temperature") ? undefined : request.temperature,
  };
  return async (signal: AbortSignal): Promise<Exchange> => {
    const wire = observedFetch(http);
    const newerLimit = leftOut.has("max_tokens");
    const makeModel = () => dialect.model({ model, baseUrl, apiKey, fetch: wire.fetch, newerLimit });
    return exchangeThrough(makeModel, ask, wire, dialect.sdkOptions, signal);
  };
}
