import type { ChangedFile } from "./changed-file.ts";
import { outlinePython, type Statement } from "./outline-python.ts";
import type { View } from "./view.ts";

const known = new WeakMap<View, readonly Statement[]>();

/** The statements of a changed Python file before and after; made once per view. */
export function outlinesOf(file: ChangedFile): { before: readonly Statement[]; after: readonly Statement[] } {
  return { before: outlineOf(file.viewBefore()), after: outlineOf(file.viewAfter()) };
}

export function outlineOf(view: View): readonly Statement[] {
  let outline = known.get(view);
  if (!outline) {
    outline = outlinePython(view);
    known.set(view, outline);
  }
  return outline;
}
