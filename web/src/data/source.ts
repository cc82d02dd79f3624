import type { TOKEN_HEADER } from "../../../src/server/api.ts";
import { AskFailure, failureOf } from "./failure.ts";

/** Where the page's data come from: a server, or the files of a bundle. Paths begin with `/api/`. */
export interface Source {
  readonly bundled: boolean;
  get<Answer>(path: string, signal?: AbortSignal): Promise<Answer>;
  send<Answer>(method: "POST" | "DELETE", path: string, body?: unknown): Promise<Answer>;
}

const HEADER: typeof TOKEN_HEADER = "x-patchpro-token";

/** The server that this page came from. It is of the same release, so answers are taken as its types say. */
export function serverSource(token: string | undefined): Source {
  const ask = async <Answer>(path: string, init: RequestInit): Promise<Answer> => {
    let response: Response;
    try {
      response = await fetch(path, init);
    } catch (thrown) {
      if (init.signal?.aborted) throw thrown;
      throw new AskFailure(
        "offline",
        "The server does not answer.",
        "Start patchpro ui again. Labels given meanwhile are kept and sent then.",
      );
    }
    const body: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw failureOf(response.status, body);
    return body as Answer;
  };
  return {
    bundled: false,
    get: (path, signal) => ask(path, signal ? { signal } : {}),
    send: (method, path, body) =>
      ask(path, {
        method,
        headers: { "content-type": "application/json", ...(token !== undefined && { [HEADER]: token }) },
        body: method === "POST" ? JSON.stringify(body ?? {}) : null,
      }),
  };
}
