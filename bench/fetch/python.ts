import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { command } from "../measure/command.ts";
import { cacheFolder, programOf, sourceList } from "./places.ts";

/** Old and new names of Python's own command. */
const PYTHONS = process.platform === "win32" ? ["python", "py"] : ["python3", "python"];

/** The Python at hand. Throws if there is none. */
export function findPython(): string {
  for (const python of PYTHONS) {
    try {
      return command(python, ["-c", "import sys; print(sys.executable)"]).stdout.trim();
    } catch {
      // the next name
    }
  }
  throw new Error("the bench needs Python 3 with pip and venv on PATH");
}

/**
 * Downloads the wheels of `bench/sources/python.txt`, whose hashes pip checks, and unpacks them. Nothing of them is
 * executed. Gives the folder of each package by its name.
 */
export function fetchPythonPackages(python: string): Map<string, string> {
  const list = sourceList("python.txt");
  const unpacked = cacheFolder("python", fingerprint(list));
  const done = path.join(unpacked, "done");
  if (!existsSync(done)) {
    const wheels = cacheFolder("wheels");
    rmSync(wheels, { recursive: true });
    command(python, [...PIP, "download", ...PINNED, "--requirement", list, "--dest", wheels]);
    for (const wheel of readdirSync(wheels)) {
      const name = (wheel.split("-")[0] ?? wheel).toLowerCase();
      command(python, ["-m", "zipfile", "-e", path.join(wheels, wheel), path.join(unpacked, name)]);
    }
    writeFileSync(done, "");
  }
  const names = readdirSync(unpacked).filter((name) => name !== "done");
  return new Map(names.map((name) => [name, path.join(unpacked, name)]));
}

/** A virtual environment that holds one version of Ruff and nothing else. */
export function installRuff(python: string, version: string): string {
  const list = sourceList(`ruff-${version}.txt`);
  const environment = cacheFolder("ruff", `${version}-${fingerprint(list)}`);
  if (!existsSync(programOf(environment, "ruff"))) {
    command(python, ["-m", "venv", "--clear", environment]);
    command(programOf(environment, "python"), [...PIP, "install", ...PINNED, "--requirement", list]);
  }
  return environment;
}

const PIP = ["-m", "pip", "--quiet", "--disable-pip-version-check"];
const PINNED = ["--no-deps", "--only-binary", ":all:", "--require-hashes"];

function fingerprint(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 12);
}
