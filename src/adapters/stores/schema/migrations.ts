import { createTable, type Dialect } from "./columns.ts";
import { datasetColumns } from "./datasets.ts";
import { evalColumns } from "./evals.ts";
import { INDEXES } from "./indexes.ts";
import { JUDGED_TABLES } from "./judged.ts";
import { JUDGE_INDEXES, JUDGE_TABLES } from "./judges.ts";
import { OVERVIEW_INDEX, PROGRESS_TABLES } from "./progress.ts";
import { searchTables } from "./search.ts";
import { TAXONOMY_INDEXES, TAXONOMY_TABLES } from "./taxonomy.ts";
import { VIEWS } from "./views.ts";
import { WORK_TABLES } from "./work.ts";

/** One numbered change of the schema. What was released is never edited. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly statements: (dialect: Dialect) => readonly string[];
}

export const MIGRATIONS: readonly Migration[] = [
  {
    number: 1,
    name: "runs, repairs, attempts, labels, evaluations",
    statements: (dialect) => [
      ...Object.entries({ ...WORK_TABLES, ...JUDGED_TABLES }).map(([name, spec]) => createTable(name, spec, dialect)),
      ...INDEXES,
      ...searchTables(dialect),
      ...VIEWS.map((view) => `create view ${view.name} as ${view.sql(dialect)}`),
    ],
  },
  { number: 2, name: "what eval runs were made with, and their slices", statements: evalColumns },
  {
    number: 3,
    name: "people's words on clusters of failures",
    statements: (dialect) => [
      ...Object.entries(TAXONOMY_TABLES).map(([name, spec]) => createTable(name, spec, dialect)),
      ...TAXONOMY_INDEXES,
    ],
  },
  {
    number: 4,
    name: "judges, their calls and calibrations",
    statements: (dialect) => [
      ...Object.entries(JUDGE_TABLES).map(([name, spec]) => createTable(name, spec, dialect)),
      ...JUDGE_INDEXES,
    ],
  },
  { number: 5, name: "places and tokens of dataset rows", statements: datasetColumns },
  {
    number: 6,
    name: "how far living runs are; unknown prices in the overview",
    statements: (dialect) => [
      ...Object.entries(PROGRESS_TABLES).map(([name, spec]) => createTable(name, spec, dialect)),
      ...OVERVIEW_INDEX,
    ],
  },
];

export const NEWEST_MIGRATION = MIGRATIONS.at(-1)?.number ?? 0;

export const MIGRATION_TABLE =
  "create table if not exists schema_migration (number integer primary key, name text not null, applied_at text not null)";

/** The migrations that a database at `current` still needs. */
export function pendingMigrations(current: number): readonly Migration[] {
  return MIGRATIONS.filter((migration) => migration.number > current);
}
