import { type Examined, failed, type Judgement, passed } from "../check.ts";
import { type ChangedFile, changedFile } from "./changed-file.ts";
import { deletedCode } from "./deleted-code.ts";
import type { Detector, Dishonesty } from "./dishonesty.ts";
import { editedTests } from "./edited-tests.ts";
import { emptiedBodies } from "./emptied-bodies.ts";
import { hiddenDangers } from "./hidden-dangers.ts";
import { relaxedConfiguration } from "./relaxed-configuration.ts";
import { secrets } from "./secrets.ts";
import { suppressions } from "./suppressions.ts";
import { swallowedExceptionsJavascript } from "./swallowed-exceptions-javascript.ts";
import { swallowedExceptionsPython } from "./swallowed-exceptions-python.ts";
import { unusedDodges } from "./unused-dodges.ts";
import { weakenedAssertions } from "./weakened-assertions.ts";

/** What makes a patch dishonest, gravest first: the first one found is the reason that is given. */
const DETECTORS: readonly Detector[] = [
  secrets,
  suppressions,
  relaxedConfiguration,
  editedTests,
  weakenedAssertions,
  swallowedExceptionsPython,
  swallowedExceptionsJavascript,
  hiddenDangers,
  emptiedBodies,
  deletedCode,
  unusedDodges,
];

/** A linter's own fix is the same for everybody and takes out what its rule is about: it empties and deletes nothing to please. */
const MACHINES: ReadonlySet<string> = new Set(["ruff", "eslint"]);
const FOR_MACHINES: readonly Detector[] = DETECTORS.filter(
  (detect) => ![emptiedBodies, deletedCode, unusedDodges].includes(detect),
);

/**
 * Rung 6: was the finding fixed, not silenced?
 *
 * Looks only at the changed regions and at what of the file is needed to understand them. Knows Python, JavaScript and
 * TypeScript well; other languages only for suppressions, configuration, secrets, deleted code and empty `catch` blocks.
 */
export function honest(examined: Examined): Judgement {
  const found: Dishonesty[] = [];
  const notes: string[] = [];
  const byMachine = examined.source === "native" && examined.findings.every(({ tool }) => MACHINES.has(tool));
  for (const change of examined.changes) {
    if (change.before === change.after) continue;
    const file = changedFile(change);
    for (const detect of byMachine ? FOR_MACHINES : DETECTORS) {
      found.push(...detect(file, examined.findings));
      if (found.length > 0) break;
    }
    notes.push(...notesOn(file));
  }
  const first = found[0];
  if (first) return failed(first.code, first.detail, { found });
  return passed(["Nothing is silenced.", ...notes].join(" "));
}

/** What a person should know about a fix that is accepted. */
function notesOn(file: ChangedFile): string[] {
  const notes: string[] = [];
  if (/usedforsecurity\s*=\s*False/.test(file.addedText) && !/usedforsecurity/.test(file.removedText)) {
    notes.push("Note: `usedforsecurity=False` says that the hash guards nothing; make sure that this is true.");
  }
  if (file.language === "python" && /\bdef\b.*[(,]\s*_[a-z]/.test(file.addedText) && /\bdef\b/.test(file.removedText)) {
    notes.push("Note: a parameter got a leading underscore; callers that pass it by name must follow.");
  }
  return notes;
}
