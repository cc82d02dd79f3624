/** An environment as programs receive it; `undefined` stands for a variable that is not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

const SECRET_NAME =
  /KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|AUTH|COOKIE|SESSION|PRIVATE|_PAT$|DSN|CONNECTION|OTLP_\w*HEADERS/i;

/** Values that are keys whatever their variable is called: vendors' prefixes, JSON Web Tokens, PEM, a password in a URL. */
const SECRET_VALUE =
  /\b(?:sk|rk|pk)[-_][\w-]{16,}|\bgh[opsur]_\w{20,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{16,}|\bnpm_\w{30,}|\bpypi-[\w-]{30,}|\bhf_\w{20,}|\bxox[abeoprs]-[\w-]{10,}|\bA[KS]IA[0-9A-Z]{16}\b|\bAIza[\w-]{30,}|\beyJ[\w-]{8,}\.[\w-]{8,}\.|-----BEGIN [A-Z ]*PRIVATE KEY|:\/\/[^/\s:@]*:[^/\s@]+@/;

/** Without these most programs do not start; their values are places and languages, so they are never taken for keys. */
const NEEDED =
  /^(?:PATH|PATHEXT|HOME|USERPROFILE|HOMEDRIVE|HOMEPATH|USER|USERNAME|LOGNAME|SHELL|TERM|LANG|LANGUAGE|LC_\w+|TZ|TMP|TEMP|TMPDIR|SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES.*|VIRTUAL_ENV)$/i;

/**
 * What a git hook or an outer git command leaves behind. It points every git below at one repository and index,
 * whatever folder that git runs in (`git rev-parse --local-env-vars`).
 */
const REPOSITORY_OF_AN_OUTER_GIT =
  /^GIT_(?:DIR|WORK_TREE|IMPLICIT_WORK_TREE|INDEX_FILE|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|PREFIX|NAMESPACE|GRAFT_FILE|SHALLOW_FILE|NO_REPLACE_OBJECTS|REPLACE_REF_BASE|INTERNAL_SUPER_PREFIX|QUARANTINE_PATH|EXTERNAL_DIFF|CONFIG|CONFIG_(?:PARAMETERS|COUNT|KEY_\d+|VALUE_\d+))$/i;

/** The environment for a program that PatchPro runs: what it needs to work, and nothing that looks like a secret. */
export function withoutSecrets(environment: Environment): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined || REPOSITORY_OF_AN_OUTER_GIT.test(name)) continue;
    if (NEEDED.test(name) || !(SECRET_NAME.test(name) || SECRET_VALUE.test(value))) kept[name] = value;
  }
  return kept;
}
