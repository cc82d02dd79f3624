/** A part of `src`: what it holds, and which other rooms its files may import. */
export interface Room {
  /** A folder (ends in `/`) or a file, relative to `src`. */
  readonly path: string;
  readonly holds: string;
  readonly mayImport: readonly string[];
  /** Rooms of which only types may be imported. */
  readonly typesOf?: readonly string[];
}

/**
 * The rooms of the house and every arrow between them that is allowed. A file belongs to the room with the longest path
 * that it starts with; inside of a room, files import each other freely. `npm run docs` prints this into ARCHITECTURE.md.
 */
export const ROOMS: readonly Room[] = [
  { path: "domain/", holds: "finding, edit, patch, outcome, proof: types and their rules", mayImport: [] },
  { path: "ports/", holds: "what is asked of the outside: interfaces only", mayImport: ["domain/"] },
  { path: "patch/", holds: "text in, text out: anchor, apply, diff, mend", mayImport: ["domain/"] },
  {
    path: "findings/",
    holds: "stage: read reports, locate, deduplicate, mark",
    mayImport: ["domain/", "patch/"],
    typesOf: ["ports/"],
  },
  {
    path: "plan/",
    holds: "stage: which source, which group, which budget",
    mayImport: ["domain/", "patch/"],
    typesOf: ["ports/"],
  },
  {
    path: "fix/",
    holds: "stage: candidates, from native fixes, codemods, models",
    mayImport: ["domain/", "patch/"],
    typesOf: ["ports/"],
  },
  {
    path: "verify/",
    holds: "stage: the ladder, one file per check",
    mayImport: ["domain/", "patch/"],
    typesOf: ["ports/"],
  },
  {
    path: "report/",
    holds: "stage: terminal, Markdown, JSON, SARIF, annotations",
    mayImport: ["domain/", "patch/"],
    typesOf: ["ports/"],
  },
  {
    path: "trace/",
    holds: "what happened, as records and queries; redaction",
    mayImport: ["domain/"],
    typesOf: ["ports/"],
  },
  {
    path: "pipeline/",
    holds: "the spine, and the loops beside it",
    mayImport: ["domain/", "patch/", "findings/", "plan/", "fix/", "verify/", "trace/"],
    typesOf: ["ports/"],
  },
  { path: "config/", holds: "what people write, checked, as code reads it; the environment", mayImport: ["domain/"] },
  {
    path: "adapters/analyzers/",
    holds: "Ruff, ESLint, Semgrep, any command",
    mayImport: ["domain/", "adapters/system/temporary-folders.ts"],
    typesOf: ["ports/"],
  },
  { path: "adapters/parsers/", holds: "syntax of languages", mayImport: ["domain/"], typesOf: ["ports/"] },
  {
    path: "adapters/codemods/",
    holds: "matches of declarative rules, by ast-grep",
    mayImport: ["domain/", "adapters/parsers/"],
    typesOf: ["ports/"],
  },
  {
    path: "adapters/providers/",
    holds: "models: endpoints, recordings, prices",
    mayImport: ["domain/"],
    typesOf: ["ports/"],
  },
  { path: "adapters/stores/", holds: "SQLite and PostgreSQL", mayImport: ["domain/"], typesOf: ["ports/"] },
  { path: "adapters/otlp/", holds: "OpenTelemetry endpoints", mayImport: ["domain/"], typesOf: ["ports/"] },
  { path: "adapters/forges/", holds: "GitHub and GitLab", mayImport: ["domain/"], typesOf: ["ports/"] },
  {
    path: "adapters/system/",
    holds: "files, git, processes, clock",
    mayImport: ["domain/", "adapters/system/temporary-folders.ts"],
    typesOf: ["ports/"],
  },
  {
    path: "adapters/system/temporary-folders.ts",
    holds: "folders that are gone at the end, whatever happens",
    mayImport: ["domain/", "adapters/system/"],
  },
  {
    path: "eval/",
    holds: "cases, synthesis, runs, judge, clusters, datasets: a client of the pipeline",
    mayImport: ["domain/", "patch/", "findings/", "fix/", "pipeline/", "trace/"],
    typesOf: ["ports/"],
  },
  { path: "server/", holds: "the page's HTTP API", mayImport: ["domain/", "trace/", "eval/"], typesOf: ["ports/"] },
  {
    path: "cli/",
    holds: "commands, options, exit codes",
    mayImport: [
      "domain/",
      "patch/",
      "findings/",
      "plan/",
      "report/",
      "trace/",
      "pipeline/",
      "config/",
      "eval/",
      "cli/wire/",
      "cli/wire.ts",
    ],
    typesOf: ["ports/"],
  },
  {
    path: "cli/wire.ts",
    holds: "picks the adapters: nobody else does",
    mayImport: [
      "domain/",
      "findings/",
      "pipeline/",
      "config/",
      "cli/",
      "cli/wire/",
      "server/",
      "trace/",
      "adapters/parsers/",
      "adapters/system/",
    ],
    typesOf: ["ports/"],
  },
  {
    path: "cli/wire/",
    holds: "the same, one file per port",
    mayImport: [
      "domain/",
      "findings/",
      "fix/",
      "pipeline/",
      "eval/",
      "config/",
      "cli/",
      "cli/wire.ts",
      "server/",
      "trace/",
      "adapters/analyzers/",
      "adapters/codemods/",
      "adapters/parsers/",
      "adapters/providers/",
      "adapters/stores/",
      "adapters/forges/",
      "adapters/otlp/",
      "adapters/system/",
    ],
    typesOf: ["ports/"],
  },
];

/** Modules that reach outside of the process, or tie us to a library, and the only places that may import them. */
export const KEPT_TO: Readonly<Record<string, readonly string[]>> = {
  "node:fs": ["adapters/", "config/"],
  "node:child_process": ["adapters/"],
  "node:worker_threads": ["adapters/"],
  "node:sqlite": ["adapters/"],
  "node:http": ["adapters/", "server/"],
  "node:https": ["adapters/"],
  "node:net": ["adapters/"],
  "@ast-grep/wasm": ["adapters/codemods/"],
  "web-tree-sitter": ["adapters/codemods/"],
  yaml: ["config/codemods/"],
  execa: ["adapters/system/"],
  ai: ["adapters/providers/"],
  "@ai-sdk": ["adapters/providers/"],
  kysely: ["adapters/stores/"],
  pg: ["adapters/stores/"],
  hono: ["server/"],
  "@hono": ["server/"],
  commander: ["cli/"],
};

/** Rooms that are told the time and never ask for it. */
export const WITHOUT_CLOCK = ["domain/", "patch/", "findings/", "plan/", "fix/", "verify/", "report/", "pipeline/"];

/** The room of a file, both relative to `src`; undefined: it belongs to none. */
export function roomOf(file: string): Room | undefined {
  return ROOMS.filter(({ path }) => (path.endsWith("/") ? file.startsWith(path) : file === path)).toSorted(
    (a, b) => b.path.length - a.path.length,
  )[0];
}

/** The table as Markdown. */
export function roomsTable(): string {
  const rows = ROOMS.map(({ path, holds, mayImport, typesOf = [] }) => {
    const arrows = [...mayImport.map((room) => `\`${room}\``), ...typesOf.map((room) => `\`${room}\` (types)`)];
    return `| \`${path}\` | ${holds} | ${arrows.join(" ") || "nothing"} |`;
  });
  return ["| room | holds | may import |", "| --- | --- | --- |", ...rows].join("\n");
}
