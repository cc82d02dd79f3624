import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { roomsTable } from "../../test/architecture/rooms.ts";
import { commandsPage } from "./commands-page.ts";
import { configurationPage } from "./configuration-page.ts";
import { withBlock } from "./page.ts";

/** The top of the checkout, absolute. */
export const PROJECT = path.resolve(import.meta.dirname, "../..");

/** A page, or a part of one, that is made of the code. */
interface GeneratedPage {
  /** Relative to the top of the checkout. */
  readonly file: string;
  /** The page as it should be, from what stands there now. */
  readonly render: (now: string) => string;
}

export const GENERATED_PAGES: readonly GeneratedPage[] = [
  { file: "ARCHITECTURE.md", render: (now) => withBlock(now, "rooms", roomsTable()) },
  { file: "docs/commands.md", render: commandsPage },
  { file: "docs/configuration.md", render: configurationPage },
];

/** A page's text; "" if it is not there yet. */
export function readPage(file: string): string {
  try {
    return readFileSync(path.join(PROJECT, file), "utf8").replaceAll("\r\n", "\n");
  } catch {
    return "";
  }
}

/** Writes every generated page anew. */
export function writePages(): void {
  for (const { file, render } of GENERATED_PAGES) writeFileSync(path.join(PROJECT, file), render(readPage(file)));
}
