import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import pg from "pg";

/** A throw-away PostgreSQL server of this machine. */
export interface PostgresServer {
  /** The address of a new, empty database. */
  newDatabase(): Promise<string>;
  stop(): void;
}

const FOLDERS = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"];

/** The folder of `initdb` and `pg_ctl`; undefined where PostgreSQL is not installed (or may not be started as this user). */
export function postgresPrograms(): string | undefined {
  const versions = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder).map((name) => join(folder, name, "bin")),
  );
  const places = [...versions, ...(process.env.PATH ?? "").split(delimiter)];
  const found = places.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "pg_ctl")));
  if (found === undefined || process.getuid?.() !== 0) return found;
  return spawnSync("id", ["postgres"]).status === 0 ? found : undefined;
}

/** Makes a cluster in a temporary folder and starts it on a free port of the loopback interface. */
export async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "patchpro-pg-"));
  const asRoot = process.getuid?.() === 0;
  const run = (program: string, args: readonly string[]): void => {
    const command = [join(programs, program), ...args];
    // the server refuses to run as root
    const [file = "", ...rest] = asRoot
      ? ["su", "postgres", "-c", command.map((word) => `'${word}'`).join(" ")]
      : command;
    execFileSync(file, rest, { stdio: "ignore", cwd: folder });
  };
  if (asRoot) execFileSync("chown", ["postgres", folder]);
  else chmodSync(folder, 0o700);
  const data = join(folder, "data");
  const port = await freePort();
  run("initdb", ["-D", data, "-A", "trust", "-U", "pp", "--no-sync", "-E", "UTF8", "--locale=C"]);
  run("pg_ctl", [
    "-w",
    "-D",
    data,
    "-l",
    join(folder, "log"),
    "-o",
    `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`,
    "start",
  ]);
  let databases = 0;
  return {
    newDatabase: async () => {
      databases += 1;
      const name = `pp${databases}`;
      const client = new pg.Client(`postgres://pp@127.0.0.1:${port}/postgres`);
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return `postgres://pp@127.0.0.1:${port}/${name}`;
    },
    stop: () => {
      run("pg_ctl", ["-D", data, "-m", "immediate", "stop"]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
