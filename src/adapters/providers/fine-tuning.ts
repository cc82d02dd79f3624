import type { z } from "zod";
import { PatchProError } from "../../domain/errors.ts";
import type { Clock } from "../../ports/clock.ts";
import type { FineTuner } from "../../ports/fine-tuner.ts";
import { readBaseUrl } from "./base-url.ts";
import { exchange, failureOf, type Repeatable, readAs, waitBefore } from "./fine-tuning-exchange.ts";
import { bodyOf, eventsOf, eventsSchema, fileSchema, jobOf, jobSchema, jobsSchema } from "./fine-tuning-shapes.ts";
import { DEFAULT_RETRY, type RetrySettings } from "./policy.ts";
import { redactor } from "./redact.ts";

export interface FineTunerOptions {
  /** OpenAI's own address if undefined. */
  readonly baseUrl: string | undefined;
  readonly apiKey: string | undefined;
  readonly clock: Clock;
  readonly retry?: RetrySettings;
  /** Draws from [0, 1). */
  readonly random?: () => number;
}

const OPENAI = "https://api.openai.com/v1";
const QUESTION_MS = 60_000;
const UPLOAD_MS = 15 * 60_000;
const JOBS_LOOKED_THROUGH = 50;

/**
 * The fine-tuning API of OpenAI, and of servers that speak it:
 * https://developers.openai.com/api/reference/resources/files (upload), https://developers.openai.com/api/reference/resources/fine_tuning
 * (create, retrieve, list, events). Throws `PatchProError("config")` for a bad address or a missing key.
 */
export function createFineTuner(options: FineTunerOptions): FineTuner {
  const { apiKey, clock, retry = DEFAULT_RETRY, random = Math.random } = options;
  const { url, query, basicAuth, secrets } = readBaseUrl(options.baseUrl ?? OPENAI, "/v1");
  if (apiKey === undefined && url === OPENAI)
    throw new PatchProError("config", "OpenAI needs a key", "Set OPENAI_API_KEY in the environment.");
  const redact = redactor([...secrets, ...(apiKey === undefined ? [] : [apiKey])]);
  const headers: Record<string, string> = {};
  if (apiKey !== undefined) headers.authorization = `Bearer ${apiKey}`;
  else if (basicAuth !== undefined) headers.authorization = basicAuth;

  const ask = async <T>(
    path: string,
    init: { readonly method: string; readonly body?: string | FormData; readonly json?: boolean },
    schema: z.ZodType<T>,
    { repeatable, timeoutMs = QUESTION_MS, signal }: Asking,
  ): Promise<T> => {
    const address = `${url}${path}${querySuffix(path, query)}`;
    const sent = { ...headers, ...(init.json && { "content-type": "application/json" }) };
    for (let tries = 0; ; tries += 1) {
      const answer = await exchange(address, { ...init, headers: sent }, timeoutMs, signal);
      if (answer.kind === "answer" && answer.status >= 200 && answer.status < 300)
        return readAs(schema, answer.body, redact);
      const waitMs = waitBefore(answer, tries, { repeatable, retry, random, now: clock.now() });
      if (waitMs === undefined) throw failureOf(answer, redact);
      await clock.sleep(waitMs, signal);
    }
  };

  const latest = (path: string, signal: AbortSignal | undefined) =>
    ask(path, { method: "GET" }, jobsSchema, { repeatable: "always", signal });

  return {
    address: url,
    async upload(name, content, signal) {
      const body = new FormData();
      body.set("purpose", "fine-tune");
      body.set("file", new Blob([content], { type: "application/jsonl" }), name);
      const order = { repeatable: "if-not-taken", timeoutMs: UPLOAD_MS, signal } as const;
      const { id, bytes } = await ask("/files", { method: "POST", body }, fileSchema, order);
      return { id, bytes };
    },
    async create(order, signal) {
      const body = JSON.stringify(bodyOf(order));
      try {
        const asking = { repeatable: "if-not-taken", signal } as const;
        return jobOf(await ask("/fine_tuning/jobs", { method: "POST", body, json: true }, jobSchema, asking), redact);
      } catch (error) {
        if (!(error instanceof PatchProError && error.code === "network") || signal?.aborted) throw error;
        // The server may have started it although its answer was lost.
        const jobs = await latest(`/fine_tuning/jobs?limit=${JOBS_LOOKED_THROUGH}`, signal).catch(() => undefined);
        const started = jobs?.data.find(
          ({ training_file: file, status }) =>
            file === order.trainingFile && status !== "failed" && status !== "cancelled",
        );
        if (started) return jobOf(started, redact);
        throw error;
      }
    },
    async job(id, signal) {
      const path = `/fine_tuning/jobs/${encodeURIComponent(id)}`;
      return jobOf(await ask(path, { method: "GET" }, jobSchema, { repeatable: "always", signal }), redact);
    },
    async events(id, signal) {
      const path = `/fine_tuning/jobs/${encodeURIComponent(id)}/events?limit=100`;
      const answer = await ask(path, { method: "GET" }, eventsSchema, { repeatable: "always", signal });
      return eventsOf(answer, redact);
    },
  };
}

interface Asking {
  readonly repeatable: Repeatable;
  readonly timeoutMs?: number;
  readonly signal: AbortSignal | undefined;
}

function querySuffix(path: string, query: Readonly<Record<string, string>>): string {
  const words = new URLSearchParams(query).toString();
  return words === "" ? "" : `${path.includes("?") ? "&" : "?"}${words}`;
}
