import { createServer, type Server } from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import type { Context, Hono } from "hono";
import { z } from "zod";
import { messageOf, PatchProError } from "../domain/errors.ts";

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** Ends every connection, also those that stream. */
  close(): Promise<void>;
}

const LOOPBACK = ["127.0.0.1", "::1"];

/**
 * Listens on this computer's loopback addresses and no other. `port` 0: a free one. Throws `PatchProError("usage")` if
 * the port is taken.
 */
export async function listen(app: Hono, port: number): Promise<Listening> {
  const first = await bind(app, port, "127.0.0.1");
  const chosen = portOf(first) ?? port;
  // `localhost` may be ::1 for a browser. A computer without IPv6 does without.
  const second = await bind(app, chosen, "::1").catch(() => undefined);
  return {
    port: chosen,
    close: async () => {
      await Promise.all([first, second].map((server) => server && end(server)));
    },
  };
}

/** Whether a request came over a connection from this computer, as its socket says. */
export function cameFromHere(c: Context<{ Bindings: Partial<HttpBindings> }>): boolean {
  const address = c.env.incoming?.socket.remoteAddress?.replace(/^::ffff:/, "");
  return address !== undefined && LOOPBACK.includes(address);
}

function bind(app: Hono, port: number, hostname: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(getRequestListener(app.fetch, { hostname, overrideGlobalObjects: false }));
    server.once("error", (error) => reject(refusal(error, hostname, port)));
    server.listen(port, hostname, () => resolve(server));
  });
}

function refusal(error: Error, hostname: string, port: number): Error {
  if (!("code" in error) || (error.code !== "EADDRINUSE" && error.code !== "EACCES")) return error;
  return new PatchProError(
    "usage",
    `Port ${port} of ${hostname} cannot be used: ${messageOf(error)}`,
    "Leave out --port for a free one, or name another.",
    { cause: error },
  );
}

function portOf(server: Server): number | undefined {
  return z.object({ port: z.int() }).safeParse(server.address()).data?.port;
}

function end(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
