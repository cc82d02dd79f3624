import { execSync } from "node:child_process";

export function tag(version: string): string {
  if (!version.startsWith("v")) throw new Error("a version starts with v");
  return execSync(`git tag ${version}`, { encoding: "utf8" });
}
