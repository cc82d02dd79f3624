import { z } from "zod";
import { CHECKS } from "../domain/check.ts";
import { SEVERITIES } from "../domain/finding.ts";
import { SOURCES, STRATEGIES } from "../domain/outcome.ts";

/** What people write: the keys of `.patchpro.toml`. Strict: a key that is not here is an error. */

const source = z.enum(SOURCES);
const globs = z.array(z.string().min(1));
const command = z.array(z.string().min(1)).min(1);
const seconds = z.number().positive().max(86_400);
const wholeFromOne = z.int().min(1).max(1_000_000_000);
const wholeFromZero = z.int().min(0).max(1_000_000_000);
const dollars = z.number().min(0).max(1_000_000);
/** `provider:name`. */
export const MODEL_NAME = /^[a-z][a-z0-9-]*:.+$/;
const modelName = z.string().regex(MODEL_NAME);

const enabled = z
  .boolean()
  .optional()
  .meta({ description: "Run it or not. Without this key: when the tool and files for it are there." });
const binary = z.string().min(1).optional().meta({ description: "The program to start, by name or path." });
const timeout = seconds.optional().meta({ description: "Seconds after which the analyzer is stopped." });

const ruff = z
  .strictObject({
    enabled,
    binary,
    select: z.array(z.string().min(1)).optional().meta({ description: "Rules, as in Ruff's own `select`." }),
    ignore: z.array(z.string().min(1)).optional().meta({ description: "Rules, as in Ruff's own `ignore`." }),
    config: z.string().min(1).optional().meta({ description: "A Ruff configuration file, relative to the root." }),
    flavour: z.enum(["auto", "native", "wasm"]).optional().meta({
      description:
        "The installed Ruff, the WebAssembly one that comes with PatchPro, or the first of the two that works.",
      default: "auto",
    }),
    timeout_seconds: timeout,
  })
  .meta({ description: "Ruff (Python)." });

const eslint = z
  .strictObject({
    enabled,
    binary,
    config: z.string().min(1).optional().meta({ description: "An ESLint configuration file, relative to the root." }),
    timeout_seconds: timeout,
  })
  .meta({ description: "ESLint (JavaScript, TypeScript)." });

const semgrep = z
  .strictObject({
    enabled,
    binary,
    configs: z
      .array(z.string().min(1))
      .optional()
      .meta({ description: "Rule files or folders, as in `semgrep --config`." }),
    timeout_seconds: timeout,
  })
  .meta({ description: "Semgrep." });

const customAnalyzer = z
  .strictObject({
    enabled,
    command: command.meta({ description: "The program and its arguments." }),
    format: z
      .enum(["sarif", "ruff", "eslint", "semgrep", "findings"])
      .meta({ description: "What the program prints." }),
    files: globs.optional().meta({ description: "Files that it looks at." }),
    timeout_seconds: timeout,
  })
  .meta({ description: "Any other program that prints findings." });

const budget = {
  usd: dollars.optional().meta({ description: "US dollars." }),
  tokens: wholeFromZero.optional().meta({ description: "Tokens, prompt and completion together." }),
  seconds: z.number().min(0).max(604_800).optional().meta({ description: "Seconds of wall time." }),
  attempts: wholeFromZero.optional().meta({ description: "Model requests." }),
};

const price = z.strictObject({
  input: dollars.meta({ description: "US dollars for a million prompt tokens." }),
  output: dollars.meta({ description: "US dollars for a million completion tokens." }),
  cached_input: dollars.optional().meta({ description: "US dollars for a million prompt tokens read from a cache." }),
});

const model = z.strictObject({
  name: modelName.optional().meta({ description: 'The model to ask, as "provider:name".' }),
  chain: z
    .array(modelName)
    .min(1)
    .optional()
    .meta({ description: 'Models to ask one after another, cheapest first, each as "provider:name".' }),
  base_url: z
    .string()
    .regex(/^https?:\/\/\S+$/)
    .optional()
    .meta({ description: "Where the provider's API is, if not at its usual address." }),
  strategy: z
    .enum(["auto", ...STRATEGIES])
    .optional()
    .meta({ description: "How findings are put to the model.", default: "auto" }),
  max_output_tokens: wholeFromOne.optional().meta({ description: "Tokens that one reply may have.", default: 8192 }),
  temperature: z
    .number()
    .min(0)
    .max(2)
    .optional()
    .meta({ description: "Sampling temperature; the provider's own if not set." }),
  timeout_seconds: seconds
    .optional()
    .meta({ description: "Seconds for one request, waiting and retries included.", default: 600 }),
  concurrency: z.int().min(1).max(64).optional().meta({ description: "Requests at the same time.", default: 4 }),
  context_tokens: z
    .int()
    .min(256)
    .max(100_000_000)
    .optional()
    .meta({ description: "Tokens of source that one request may show.", default: 24_000 }),
  prices: z
    .record(z.string().min(1), price)
    .optional()
    .meta({ description: 'Prices of models that PatchPro does not know, by "provider:name".' }),
});

const rulePolicy = z.strictObject({
  prefer: source.optional().meta({ description: "The source to try first." }),
  never: z
    .union([z.literal(true), source])
    .optional()
    .meta({ description: "Leave the rule alone (true), or never use this source for it." }),
});

/** An SPDX licence id (spdx.org/licenses), such as `MIT` or `Apache-2.0`, or `LicenseRef-…` for one of your own. */
export const LICENCE_ID = /^[A-Za-z0-9][A-Za-z0-9.+-]{0,63}$/;

const datasetPermission = {
  consent: z.boolean().optional().meta({ description: "The code may be used to train models.", default: false }),
  licences: z
    .array(z.string().regex(LICENCE_ID))
    .optional()
    .meta({ description: "SPDX ids of the licences that the code is under." }),
};

export const configInput = z
  .strictObject({
    sources: z
      .array(source)
      .optional()
      .meta({ description: "Where fixes may come from, in order.", default: [...SOURCES] }),
    unsafe: z.enum(["verify", "never", "always"]).optional().meta({
      description:
        "Fixes that the analyzer itself calls unsafe: let the checks decide, leave them out, or treat them as safe.",
      default: "verify",
    }),
    require: z.array(z.enum(CHECKS)).optional().meta({
      description:
        "Checks that a patch must pass. `anchored` and `applies` always count. Default: all, `tests` only with a command and `judged` only with a judge.",
    }),
    min_severity: z
      .enum(SEVERITIES)
      .optional()
      .meta({ description: "Findings below this are left alone.", default: "info" }),
    fail_on: z
      .enum([...SEVERITIES, "never"])
      .optional()
      .meta({ description: "Exit with 1 if a finding at or above this is left.", default: "never" }),
    exclude: globs.optional().meta({ description: "Files and folders that are left alone, as globs from the root." }),
    analyzers: z
      .object({ ruff: ruff.optional(), eslint: eslint.optional(), semgrep: semgrep.optional() })
      .catchall(customAnalyzer)
      .optional()
      .meta({ description: "The programs that find problems." }),
    tests: z
      .strictObject({
        command: command.meta({ description: "Your build or test command: the program and its arguments." }),
        timeout_seconds: seconds
          .optional()
          .meta({ description: "Seconds after which it counts as failed.", default: 600 }),
      })
      .optional(),
    scope: z
      .strictObject({
        max_files: wholeFromOne.optional().meta({ description: "Files that one patch may change.", default: 10 }),
        max_changed_lines: wholeFromOne
          .optional()
          .meta({ description: "Lines that one patch may add and remove for each of its findings.", default: 200 }),
        max_distance: wholeFromZero.optional().meta({
          description: "Lines between a change and its finding; a tool's own fix is not measured.",
          default: 200,
        }),
        allow: globs
          .optional()
          .meta({ description: "Paths that may be changed although they are protected or no finding is in them." }),
        protect: globs.optional().meta({ description: "Paths that are never changed, besides the usual ones." }),
      })
      .optional()
      .meta({ description: "How far a patch may reach." }),
    model: model.optional(),
    budget: z
      .strictObject({ ...budget, finding: z.strictObject(budget).optional(), file: z.strictObject(budget).optional() })
      .optional()
      .meta({ description: "What a run, one finding and one file may cost." }),
    rules: z
      .record(z.string().min(1), rulePolicy)
      .optional()
      .meta({ description: "What to do about single rules, by rule id." }),
    dataset: z
      .strictObject({
        ...datasetPermission,
        repositories: z
          .record(z.string().min(1), z.strictObject(datasetPermission))
          .optional()
          .meta({ description: "The same for other repositories whose traces are in the store, by name." }),
      })
      .optional()
      .meta({ description: "What may be exported to train models." }),
    judge: z
      .strictObject({
        model: z.string().regex(MODEL_NAME).optional().meta({
          description:
            "`provider:name` that judges models' patches after all other checks. Only a judge that `patchpro judge calibrate` trusts refuses any.",
        }),
      })
      .optional()
      .meta({ description: "The last check: a model that judges what was proved." }),
    store: z
      .strictObject({
        url: z
          .string()
          .min(1)
          .optional()
          .meta({ description: "Where traces are kept: `sqlite:PATH` or `postgres://HOST/DB`." }),
      })
      .optional(),
  })
  .meta({
    title: "PatchPro configuration",
    description: "`.patchpro.toml`, `[tool.patchpro]` in pyproject.toml, or `patchpro` in package.json.",
  });

export type ConfigInput = z.infer<typeof configInput>;

/** Names under `[analyzers]` that PatchPro knows itself; any other name is a custom analyzer. */
export const BUILT_IN_ANALYZERS = ["ruff", "eslint", "semgrep"] as const;

/** The JSON Schema (draft-7) that editors read; kept in `schemas/config.v1.json`. */
export function configJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(configInput, { target: "draft-7", io: "input" });
}
