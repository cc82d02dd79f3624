import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { command } from "../measure/command.ts";
import { cacheFolder, sourceList } from "./places.ts";

const list = z.array(z.object({ name: z.string(), version: z.string(), integrity: z.string().startsWith("sha512-") }));
const packed = z.array(z.object({ filename: z.string() })).min(1);

/** Downloads the packages of `bench/sources/npm.json`, checks each against its hash, and unpacks it. Nothing is executed. */
export function fetchNpmPackages(): Map<string, string> {
  const wanted = list.parse(JSON.parse(readFileSync(sourceList("npm.json"), "utf8")));
  return new Map(wanted.map((one) => [one.name, fetchPackage(one)]));
}

function fetchPackage({ name, version, integrity }: z.infer<typeof list>[number]): string {
  const folder = path.join(cacheFolder("npm"), `${name}-${version}`);
  if (existsSync(folder)) return folder;
  const tarballs = cacheFolder("tarballs");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const args = ["pack", `${name}@${version}`, "--json", "--ignore-scripts", "--pack-destination", tarballs];
  const [made] = packed.parse(JSON.parse(command(npm, args, { cwd: tarballs }).stdout));
  const tarball = path.join(tarballs, made?.filename ?? "");
  const hash = `sha512-${createHash("sha512").update(readFileSync(tarball)).digest("base64")}`;
  if (hash !== integrity) throw new Error(`${name}@${version} is not what bench/sources/npm.json pins: ${hash}`);
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial);
  command("tar", ["-xzf", tarball, "-C", partial]);
  renameSync(partial, folder);
  return folder;
}
