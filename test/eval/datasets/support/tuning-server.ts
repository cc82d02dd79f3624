import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it arrived. Multipart bodies are taken apart. */
export interface Arrived {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
  readonly fields: Readonly<Record<string, string>>;
}

/** What goes wrong with the next request to a path (`POST /files`), instead of an answer. */
export type Fault =
  | {
      readonly status: number;
      readonly message: string;
      readonly headers?: Record<string, string>;
      readonly code?: string;
    }
  /** The connection is closed without an answer; `worked`: after the server has done what was asked. */
  | { readonly cut: true; readonly worked: boolean };

export interface TuningServer extends AsyncDisposable {
  /** With `/v1`. */
  readonly url: string;
  readonly seen: readonly Arrived[];
  readonly jobs: Map<string, Record<string, unknown>>;
  /** Files by id. */
  readonly files: Map<string, string>;
  readonly events: { id: string; created_at: number; level: string; message: string }[];
  /** Each is used up by one request. */
  fail(request: string, ...faults: readonly Fault[]): void;
  /** What becomes of a job each time it is asked for, one after the other. */
  onJob(...changes: readonly Record<string, unknown>[]): void;
}

/** A server on a free port of this machine that speaks the fine-tuning API of OpenAI. `await using` closes it. */
export async function startTuningServer(): Promise<TuningServer> {
  const seen: Arrived[] = [];
  const jobs: TuningServer["jobs"] = new Map();
  const files: TuningServer["files"] = new Map();
  const events: TuningServer["events"] = [];
  const faults = new Map<string, Fault[]>();
  let changes: Record<string, unknown>[] = [];

  const answer = ({ method, path, body, fields }: Arrived): object | undefined => {
    const id = /^\/fine_tuning\/jobs\/([^/]+)/.exec(path)?.[1];
    if (method === "POST" && path === "/files") {
      const fileId = `file-${files.size + 1}`;
      files.set(fileId, fields.file ?? "");
      return {
        id: fileId,
        object: "file",
        bytes: (fields.file ?? "").length,
        purpose: fields.purpose,
        status: "processed",
      };
    }
    if (method === "POST" && path === "/fine_tuning/jobs") {
      const job = {
        id: `ftjob-${jobs.size + 1}`,
        object: "fine_tuning.job",
        created_at: 1_790_000_000,
        status: "validating_files",
        fine_tuned_model: null,
        trained_tokens: null,
        finished_at: null,
        error: {},
        ...body,
      };
      jobs.set(job.id, job);
      return job;
    }
    if (path === "/fine_tuning/jobs") return { object: "list", data: [...jobs.values()].reverse() };
    if (id !== undefined && path.endsWith("/events")) return { object: "list", data: events.toReversed() };
    const job = id === undefined ? undefined : jobs.get(id);
    if (!job) return undefined;
    Object.assign(job, changes.shift());
    return job;
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const raw = Buffer.concat(chunks).toString("utf8");
      const type = request.headers["content-type"] ?? "";
      const arrived: Arrived = {
        method: request.method ?? "",
        path: (request.url ?? "").replace(/^\/v1/, "").replace(/\?.*/, ""),
        authorization: request.headers.authorization,
        body: type.includes("json") ? { ...(JSON.parse(raw) as object) } : {},
        fields: type.startsWith("multipart/form-data") ? fieldsOf(raw, type) : {},
      };
      seen.push(arrived);
      const fault = faults.get(`${arrived.method} ${arrived.path}`)?.shift();
      if (fault && "cut" in fault) {
        if (fault.worked) answer(arrived);
        response.destroy();
      } else if (fault) {
        const error = { message: fault.message, type: "invalid_request_error", code: fault.code ?? null };
        send(response, fault.status, { error }, fault.headers);
      } else {
        const body = answer(arrived);
        if (body) send(response, 200, body);
        else send(response, 404, { error: { message: "No such job" } });
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    seen,
    jobs,
    files,
    events,
    fail: (request, ...some) => void faults.set(request, [...some]),
    onJob: (...some) => {
      changes = some.map((change) => ({ ...change }));
    },
    [Symbol.asyncDispose]() {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}

/** The fields of a multipart body (RFC 7578); a file's content under its field, its name as `filename`. */
function fieldsOf(raw: string, type: string): Record<string, string> {
  const boundary = /boundary=([^;]+)/.exec(type)?.[1] ?? "";
  const fields: Record<string, string> = {};
  for (const part of raw.split(`--${boundary}`).slice(1, -1)) {
    const [head = "", ...body] = part.split("\r\n\r\n");
    const name = / name="([^"]+)"/.exec(head)?.[1] ?? "";
    fields[name] = body.join("\r\n\r\n").replace(/\r\n$/, "");
    const filename = /filename="([^"]+)"/.exec(head)?.[1];
    if (filename !== undefined) fields.filename = filename;
  }
  return fields;
}
