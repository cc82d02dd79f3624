import { execFileSync } from "node:child_process";

/** What a program says of its version; undefined if it is not there. For the reason why a test is skipped. */
export function installed(
  file: string,
  args: readonly string[] = ["--version"],
  env: Readonly<Record<string, string>> = {},
): string | undefined {
  try {
    return execFileSync(file, args, {
      encoding: "utf8",
      timeout: 60_000,
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, ...env },
    }).trim();
  } catch {
    return undefined;
  }
}
