import type { Context } from "hono";
import { z } from "zod";
import { type ErrorCode, messageOf, PatchProError } from "../domain/errors.ts";
import type { Failure, FailureCode } from "./api.ts";

/** A value as JSON. Whatever texts it holds, a browser takes it for nothing but data. */
export function answer<T extends object>(c: Context, value: T): Response {
  return json(c, value, 200);
}

type Status = 200 | 400 | 401 | 403 | 404 | 409 | 413 | 415 | 500 | 502 | 503;

/** A failure in the one form that all have. */
export function refuse(c: Context, status: Status, code: FailureCode, message: string, hint: string): Response {
  return json(c, { error: { code, message, hint } } satisfies Failure, status);
}

/** What the outside is to blame for is no 500, and what a person sent wrong no 502. */
const STATUS_OF: Record<ErrorCode, Status> = {
  usage: 400,
  config: 400,
  input: 400,
  repository: 400,
  budget: 409,
  analyzer: 502,
  provider: 502,
  network: 502,
  store: 503,
  disk: 500,
};

/** Anything that was thrown as an answer. `report` is told of bugs, whose stack the page does not get. */
export function answerError(c: Context, error: unknown, report: (error: unknown) => void): Response {
  const { code, message, hint } = failureFor(error).error;
  if (error instanceof PatchProError) return refuse(c, STATUS_OF[error.code], code, message, hint);
  report(error);
  return refuse(c, 500, code, message, hint);
}

/** The failure that anything thrown stands for: what is no `PatchProError` is a bug of ours. */
export function failureFor(error: unknown): Failure {
  if (error instanceof PatchProError) return failureOf(error);
  return {
    error: {
      code: "bug",
      message: `PatchPro has a bug: ${messageOf(error)}`,
      hint: "The terminal that runs it shows more.",
    },
  };
}

/** The failure that something thrown stands for, inside of an answer that holds several. */
export function failureOf(error: PatchProError): Failure {
  return { error: { code: error.code, message: error.message, hint: error.hint } };
}

/** The query string as a schema wants it. Throws `PatchProError("input")`. */
export function readQuery<S extends z.ZodType>(c: Context, schema: S): z.output<S> {
  return checked(schema, c.req.query(), "The query string");
}

/** The body as a schema wants it. Throws `PatchProError("input")`. */
export async function readBody<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  const text = await c.req.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new PatchProError("input", "The body is no JSON.", "Send what the schema of this route says.");
  }
  return checked(schema, value, "The body");
}

function checked<S extends z.ZodType>(schema: S, value: unknown, what: string): z.output<S> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new PatchProError(
    "input",
    `${what} is not what this route takes: ${z.prettifyError(read.error)}`,
    "Load the page again: it may be older than the server.",
  );
}

function json(c: Context, value: object, status: Status): Response {
  return c.body(JSON.stringify(value), status, { "content-type": "application/json; charset=utf-8" });
}
