import { closingOf } from "./braces.ts";
import type { Detector } from "./dishonesty.ts";
import { type Statement, walk } from "./outline-python.ts";
import { outlineOf } from "./outlines.ts";
import { asksForRemoval } from "./rules.ts";
import { lineAt, type View } from "./view.ts";

/** A line that an emptied function may consist of: a stub, a comment, a docstring, a header. */
const STUB_LINE =
  /^\s*(?:$|#|\/\/|\*|\/\*|["']{3}|pass|\.\.\.|return(?:\s+(?:None|True|False|null|undefined|true|false|\d+|\[\]|\{\}|\(\)|["'`].*))?\s*;?$|raise NotImplementedError|throw new |[{}();]+$|.*\{\s*(?:return[^;}]{0,20};?|throw [^}]*)?\s*\}[,;]?$|(?:async\s+)?def\b|.*\bfunction\b|.*\)\s*(?::[^{]+)?\{$|.*=>\s*\{$)/;
const ACTS = /\(|=|\b(?:yield|await|raise|throw)\b/;
const PYTHON_STUB =
  /^(?:pass|\.\.\.|return(?: (?:None|True|False|\d+|\[\]|\{\}|\(\)|["'~]+))?|raise NotImplementedError.*|[rRbBuU]?["']+~*["']+)$/;
const JAVASCRIPT_STUB =
  /^\s*(?:return(?:\s+(?:null|undefined|true|false|\d+|\[\]|\{\}|["'~]+))?\s*;?|throw new \w*Error\([^)]*\)\s*;?)?\s*$/;
const JAVASCRIPT_FUNCTION =
  /\bfunction\s*\*?\s*([\w$]+)\s*\([^{;]{0,800}\{|(?:const|let|var)\s+([\w$]+)\s*(?::[^=]{1,200})?=\s*(?:async\s*)?(?:function\b[^{]{0,800}|(?:\([^;{]{0,800}\)|[\w$]+)\s*(?::[^=;{]{1,200})?=>\s*)\{|^[ \t]*(?:(?:public|private|protected|static|async|override|get|set|final|readonly|\*)\s+)*([\w$]+)[ \t]*\([^;{}]{0,800}\)[ \t]*(?::[^;{=]{1,200})?\{/gm;
const NOT_FUNCTION = /^(?:if|for|while|switch|catch|with|function|return|constructor)$/;

interface Body {
  readonly empty: boolean;
  readonly line: number;
  readonly endLine: number;
}

/** Functions whose body was replaced by nothing: `pass`, `...`, a bare `return`, "not implemented". */
export const emptiedBodies: Detector = (file, findings) => {
  if ((file.language !== "python" && file.language !== "javascript") || file.deleted || file.created) return [];
  if (
    !file.hunks.some(
      ({ removed, added }) => removed.some((line) => ACTS.test(line)) && added.every((line) => STUB_LINE.test(line)),
    )
  )
    return [];
  const bodiesOf = file.language === "python" ? pythonBodies : javascriptBodies;
  const after = [...bodiesOf(file.viewAfter())].filter(([, body]) => body.empty);
  if (after.length === 0) return [];
  const before = bodiesOf(file.viewBefore());
  const removals = findings.filter((finding) => finding.path === file.path && asksForRemoval(finding));
  for (const [name, body] of after) {
    const old = before.get(name);
    if (!old || old.empty) continue;
    if (removals.some((finding) => finding.startLine >= old.line && finding.startLine <= old.endLine)) continue;
    return [
      {
        code: "SCOPE_DELETED_CODE",
        path: file.path,
        detail: `The patch empties the body of \`${name.split("#")[0]}\` (line ${body.line} of ${file.path}). Fix the code instead of deleting it.`,
      },
    ];
  }
  return [];
};

/** Bodies by qualified name; the second function of a name is `name#2`. */
function pythonBodies(view: View): Map<string, Body> {
  const bodies = new Map<string, Body>();
  for (const { statement, parents } of walk(outlineOf(view))) {
    const name = nameOf(statement);
    if (name === undefined || !/^(?:async )?def\b/.test(statement.text)) continue;
    const path = [...parents.map(nameOf), name].filter((part) => part !== undefined).join(".");
    put(bodies, path, {
      empty: statement.body.every((each) => each.body.length === 0 && PYTHON_STUB.test(each.text)),
      line: statement.startLine,
      endLine: statement.endLine,
    });
  }
  return bodies;
}

function javascriptBodies(view: View): Map<string, Body> {
  const bodies = new Map<string, Body>();
  for (const match of view.code.matchAll(JAVASCRIPT_FUNCTION)) {
    const name = match[1] ?? match[2] ?? match[3] ?? "";
    if (NOT_FUNCTION.test(name)) continue;
    const open = match.index + match[0].length - 1;
    const close = closingOf(view.code, open);
    put(bodies, name, {
      empty: JAVASCRIPT_STUB.test(view.code.slice(open + 1, close)),
      line: lineAt(view, match.index + match[0].search(/\S/)),
      endLine: lineAt(view, Math.min(close, view.code.length - 1)),
    });
  }
  return bodies;
}

function nameOf(statement: Statement): string | undefined {
  return /^(?:async )?(?:def|class) ([\w\u0080-\uffff]+)/.exec(statement.text)?.[1];
}

function put(bodies: Map<string, Body>, name: string, body: Body): void {
  let key = name;
  for (let number = 2; bodies.has(key); number++) key = `${name}#${number}`;
  bodies.set(key, body);
}
