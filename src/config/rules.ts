import type { Complaint } from "./explain.ts";
import type { ConfigInput } from "./input.ts";
import { addressHoldsSecret, SECRET_VARIABLES } from "./secrets.ts";

/** What must hold between keys; each rule sees a configuration whose single keys are right. */
export function checkRules(input: ConfigInput): Complaint[] {
  return [
    testsNeedACommand,
    judgedNeedsAJudge,
    noSecretInTheStoresAddress,
    noSecretInTheModelsAddress,
    analyzerNamesArePlain,
    preferIsNotNever,
  ].flatMap((rule) => rule(input));
}

function testsNeedACommand(input: ConfigInput): Complaint[] {
  if (!input.require?.includes("tests") || input.tests) return [];
  return [
    {
      key: ["require", input.require.indexOf("tests")],
      message: "`require` names `tests`, but there is no command to run",
      remedy: 'Add `[tests]` with `command = ["npm", "test"]` or what runs your tests.',
    },
  ];
}

function judgedNeedsAJudge(input: ConfigInput): Complaint[] {
  if (!input.require?.includes("judged") || input.judge?.model !== undefined) return [];
  return [
    {
      key: ["require", input.require.indexOf("judged")],
      message: "`require` names `judged`, but there is no judge",
      remedy: 'Add `[judge]` with `model = "PROVIDER:NAME"`, and calibrate it with `patchpro judge calibrate`.',
    },
  ];
}

function noSecretInTheStoresAddress(input: ConfigInput): Complaint[] {
  if (input.store?.url === undefined || !addressHoldsSecret(input.store.url)) return [];
  return [
    {
      key: ["store", "url"],
      message: "`store.url` holds a password, and secrets are never read from a file",
      remedy: `Set the environment variable ${SECRET_VARIABLES.store} to the whole address, and take it out of the file.`,
    },
  ];
}

function noSecretInTheModelsAddress(input: ConfigInput): Complaint[] {
  if (input.model?.base_url === undefined || !addressHoldsSecret(input.model.base_url)) return [];
  return [
    {
      key: ["model", "base_url"],
      message: "`model.base_url` holds a password or key, and secrets are never read from a file",
      remedy: `Write the address without it and set the environment variable ${SECRET_VARIABLES.compatible}.`,
    },
  ];
}

/** The name appears in reports, fingerprints and file names. */
function analyzerNamesArePlain(input: ConfigInput): Complaint[] {
  return Object.keys(input.analyzers ?? {})
    .filter((name) => !/^[a-z][a-z0-9_-]{0,63}$/.test(name))
    .map((name) => ({
      key: ["analyzers", name],
      message: `\`${name}\` cannot be an analyzer's name`,
      remedy: "Use lower-case letters, digits, `-` and `_`, with a letter first.",
    }));
}

function preferIsNotNever(input: ConfigInput): Complaint[] {
  return Object.entries(input.rules ?? {}).flatMap(([rule, { prefer, never }]) => {
    if (prefer === undefined || (never !== true && never !== prefer)) return [];
    return [
      {
        key: ["rules", rule, "prefer"],
        message: `rule \`${rule}\` prefers "${prefer}" and forbids it`,
        remedy: "Take away `prefer` or `never`.",
      },
    ];
  });
}
