import { sha256 } from "../../domain/digest.ts";
import { PatchProError } from "../../domain/errors.ts";

/** A Markdown file of the `prompts` folder. */
export interface PromptFile {
  /** Relative to that folder, `/` between parts. */
  readonly path: string;
  readonly text: string;
}

/** A prompt file taken apart: its front matter, and its sections by their first-level headings. */
export interface ParsedPromptFile {
  readonly path: string;
  readonly name: string;
  readonly version: number;
  /** What the front matter says beside name and version. */
  readonly settings: ReadonlyMap<string, string>;
  readonly sections: ReadonlyMap<string, string>;
  /** The first 12 hex digits of the SHA-256 of everything after the front matter. */
  readonly sha256: string;
}

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;
const SLOT = /\{\{(\w*)\}\}/g;

/** What is wrong with a prompt file, as an error that names it. */
export function badPrompt(path: string, what: string): PatchProError {
  return new PatchProError(
    "config",
    `The prompt ${path} cannot be used: ${what}.`,
    "Correct the file, or install PatchPro again if you did not change it.",
  );
}

/**
 * Takes a prompt file apart. Throws `PatchProError("config")` if its front matter lacks a name or a version, if these
 * are not those of the file's own name (`repair.batch.v1.md`), or if text stands outside of its sections.
 */
export function parsePromptFile(file: PromptFile): ParsedPromptFile {
  const { path } = file;
  const text = file.text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const front = FRONT_MATTER.exec(text);
  if (!front) throw badPrompt(path, "it has no front matter");
  const settings = new Map<string, string>();
  for (const line of (front[1] ?? "").split("\n")) {
    const [, key, value] = /^(\w+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (key === undefined || value === undefined)
      throw badPrompt(path, `"${line}" in its front matter is no "key: value"`);
    settings.set(key, value);
  }
  const name = settings.get("name") ?? "";
  const version = Number(settings.get("version"));
  if (!Number.isInteger(version) || version < 1) throw badPrompt(path, "its version is not a number from 1 on");
  const expected = `${name}.v${version}.md`;
  if (path.split("/").at(-1) !== expected) throw badPrompt(path, `name and version belong to a file named ${expected}`);
  settings.delete("name");
  settings.delete("version");
  const body = text.slice(front[0].length);
  return { path, name, version, settings, sections: sectionsOf(path, body), sha256: sha256(body).slice(0, 12) };
}

function sectionsOf(path: string, body: string): Map<string, string> {
  const [before = "", ...parts] = body.split(/^# /m);
  if (before.trim() !== "") throw badPrompt(path, "it has text before its first heading");
  const sections = new Map<string, string>();
  for (const part of parts) {
    const end = part.indexOf("\n");
    const title = (end === -1 ? part : part.slice(0, end)).trim();
    if (sections.has(title)) throw badPrompt(path, `it has two sections "${title}"`);
    sections.set(title, end === -1 ? "" : part.slice(end + 1).trim());
  }
  return sections;
}

/** Text with named slots `{{name}}`. */
export interface Template {
  readonly text: string;
}

/** Checks that a section uses exactly the slots of its kind. Throws `PatchProError("config")` otherwise. */
export function template(file: ParsedPromptFile, section: string, slots: readonly string[]): Template {
  const text = file.sections.get(section);
  if (text === undefined) throw badPrompt(file.path, `it has no section "${section}"`);
  const used = new Set(Array.from(text.matchAll(SLOT), (match) => match[1] ?? ""));
  const unknown = [...used].find((slot) => !slots.includes(slot));
  if (unknown !== undefined)
    throw badPrompt(
      file.path,
      `its section "${section}" has an unknown slot {{${unknown}}}; there are ${slots.join(", ") || "none"}`,
    );
  const missing = slots.find((slot) => !used.has(slot));
  if (missing !== undefined) throw badPrompt(file.path, `its section "${section}" lacks the slot {{${missing}}}`);
  return { text };
}

/** The template with its slots filled. An empty value takes the line ends after its slot with it; values are not searched for slots. */
export function fill({ text }: Template, values: Readonly<Record<string, string>>): string {
  const filled = text.replace(/\{\{(\w+)\}\}(\n{0,2})/g, (_, slot: string, lineEnds: string) => {
    const value = values[slot] ?? "";
    return value === "" ? "" : value + lineEnds;
  });
  return filled.trimEnd();
}
