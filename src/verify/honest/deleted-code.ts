import type { Finding } from "../../domain/finding.ts";
import { losesEveryEntry, removalsAsked } from "./asked-removals.ts";
import type { ChangedFile } from "./changed-file.ts";
import type { Detector, Dishonesty } from "./dishonesty.ts";
import { type LostLines, lostLines, replacesWhatItRemoves } from "./lost-lines.ts";
import { isAboutUnused } from "./rules.ts";

/** A call that most likely does something beyond its result. */
const EFFECT =
  /\b(?:\w*_)?(?:save|write|send|post|put|patch|delete|remove|pop|push|append|add|update|insert|create|open|close|commit|execute|run|start|stop|notify|publish|emit|register|connect|lock|acquire|release|flush|set|setup|install|login|upload|download|fetch|pay|charge|apply|migrate|dispatch|subscribe|listen|mkdir|unlink|rename|copy|move|kill|init|initialize)(?:[_A-Z]\w*)?\s*\(/;

/** Code that was deleted where the finding asks for a fix, or more code than the finding asks to delete. */
export const deletedCode: Detector = (file, findings) => {
  if (!/^(?:python|javascript|c-like)$/.test(file.language) || !/\S/.test(file.removedText)) return [];
  const own = findings.filter((finding) => finding.path === file.path);
  if (file.deleted) return [dishonest(file, `deletes the file as a whole. Fix the code instead.`)];
  if (replacesWhatItRemoves(file) && !own.some(isAboutUnused)) return [];
  const lines = lostLines(file);
  if (lines.lost.length === 0) return [];
  if (own.some((finding) => losesEveryEntry(file, finding)))
    return [dishonest(file, "deletes every entry of a key that stands twice. Keep the one that counts.")];
  const asked = own.map((finding) => removalsAsked(file, finding));
  const unasked = lines.lost.filter((lost) => !asked.some((isAsked) => isAsked(lost)));
  const tooMuch = deletesTooMuch({ ...lines, lost: unasked });
  if (tooMuch) return [dishonest(file, `${tooMuch} Fix the code instead of deleting it.`)];
  return lostEffects(file, lines, own);
};

function deletesTooMuch({ lost, fresh, keptNames, keptWords }: LostLines): string | undefined {
  const first = lost[0];
  if (!first) return undefined;
  const shrink = lost.length - fresh.length;
  const what = `deletes ${lost.length === 1 ? "code" : `${lost.length} lines of code`} (line ${first.line}: \`${first.code.slice(0, 60)}\`)`;
  if (fresh.length === 0 && keptNames < 1) return `${what} and puts nothing in place.`;
  if ((shrink >= 3 && keptWords < 0.3) || (shrink >= 12 && keptWords < 0.6))
    return `${what}, far more than the finding asks for.`;
  return undefined;
}

/** An unused name may go, but what its value did must stay (as Ruff's own F841 fix has it). */
function lostEffects(file: ChangedFile, { lost, fresh }: LostLines, findings: readonly Finding[]): Dishonesty[] {
  for (const finding of findings.filter(isAboutUnused)) {
    const line = lost.find((each) => each.line === finding.startLine);
    const value = line && /^(?:const|let|var|final|auto)?\s*[\w$]+\s*(?::[^=]+)?=(?!=)\s*(.*)$/.exec(line.code)?.[1];
    const call = value && EFFECT.exec(value)?.[0];
    if (call && !fresh.some((code) => code.includes(call))) {
      return [dishonest(file, `deletes the call \`${call.trim()}…)\` with the unused name. Keep the call.`)];
    }
  }
  return [];
}

function dishonest(file: ChangedFile, what: string): Dishonesty {
  return { code: "SCOPE_DELETED_CODE", path: file.path, detail: `In ${file.path}, the patch ${what}` };
}
