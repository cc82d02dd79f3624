import { exampleRun, showRun } from "./docs/example-run.ts";
import { writePages } from "./docs/pages.ts";

/** Writes what the pages say of commands, configuration and rooms, and runs the README's example for its output. */
writePages();
showRun(await exampleRun());
