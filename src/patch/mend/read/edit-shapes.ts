import type { Json } from "./lenient-json.ts";
import {
  AFTER,
  CONTENT,
  DIFF,
  END,
  EXPLANATION,
  FLAGS,
  LINE_BEFORE,
  LISTS,
  PATH,
  START,
  STRING_BEFORE,
  WRAPPERS,
} from "./reply-keys.ts";

type Record_ = { readonly [key: string]: Json };

/** One edit as a JSON reply states it, whatever its keys are called. */
export interface StatedEdit {
  readonly path: string | undefined;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** The keys are those of a tool that replaces strings, not lines (`old_string`). */
  readonly isString: boolean;
  readonly all: boolean;
  /** The whole text of the file. */
  readonly content: string | undefined;
  /** A unified diff or another dialect inside the JSON. */
  readonly diff: string | undefined;
}

export interface StatedReply {
  readonly edits: readonly StatedEdit[];
  readonly explanation: string | undefined;
  readonly unfixable: string | undefined;
  /** An edit was there but without the text it replaces. */
  readonly broken: string | undefined;
}

const isRecord = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function pick(record: Record_, keys: readonly string[]): Json | undefined {
  for (const key of keys) if (Object.hasOwn(record, key)) return record[key];
  return undefined;
}

function text(value: Json | undefined): string | undefined {
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((line) => typeof line === "string")) return value.join("\n");
  return undefined;
}

const integer = (value: Json | undefined): number | undefined => {
  const number = typeof value === "string" && /^\s*\d{1,9}\s*$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number > 0 ? number : undefined;
};

/** The edits of a JSON value, or undefined if it does not look like a reply. */
export function statedReply(value: Json): StatedReply | undefined {
  const edits: StatedEdit[] = [];
  let broken: string | undefined;
  let known = false;

  function visit(each: Json | undefined, path: string | undefined, depth: number): void {
    if (depth > 8) return;
    if (Array.isArray(each)) {
      for (const item of each) visit(item, path, depth + 1);
      return;
    }
    if (!isRecord(each)) return;
    const own = text(pick(each, PATH)) ?? path;
    const command = each.command;
    if (command === "view" || command === "undo_edit") return;
    if (command === "insert" && each.insert_line !== undefined) {
      known = true;
      broken ??= "it inserts at a line number alone; repeat the neighbouring line as the text to replace";
      return;
    }
    const before = pick(each, STRING_BEFORE) ?? pick(each, LINE_BEFORE);
    const after = pick(each, AFTER);
    const list = LISTS.map((key) => each[key]).find((candidate) => Array.isArray(candidate));
    if (list !== undefined) {
      known = true;
      visit(list, own, depth + 1);
      return;
    }
    if (text(before) !== undefined && (text(after) !== undefined || after === null)) {
      known = true;
      const isString = pick(each, STRING_BEFORE) !== undefined;
      const all = FLAGS.some((flag) => each[flag] === true);
      const start = integer(pick(each, START));
      edits.push({
        path: own,
        before: text(before),
        after: text(after) ?? "",
        start,
        end: integer(pick(each, END)) ?? start,
        isString,
        all,
        content: undefined,
        diff: undefined,
      });
      return;
    }
    const nothing = {
      path: own,
      before: undefined,
      after: undefined,
      start: undefined,
      end: undefined,
      isString: false,
      all: false,
    };
    const diff = text(pick(each, DIFF));
    if (diff !== undefined && /^(?:@@|diff --git|---|\+\+\+|\*\*\*|[-+<])/m.test(diff)) {
      known = true;
      edits.push({ ...nothing, content: undefined, diff });
      return;
    }
    const content = text(pick(each, CONTENT));
    if (content !== undefined && text(pick(each, PATH)) !== undefined) {
      known = true;
      edits.push({ ...nothing, content, diff: undefined });
      return;
    }
    if (before === undefined && after !== undefined && (pick(each, PATH) ?? pick(each, START)) !== undefined) {
      known = true;
      broken ??= "it has a replacement but not the original text that it replaces";
      return;
    }
    for (const key of WRAPPERS) {
      const inner = each[key];
      if (typeof inner === "string" && /^\s*[{[]/.test(inner)) {
        try {
          visit(JSON.parse(inner), own, depth + 1);
        } catch {
          broken ??= `its "${key}" is a string that is not JSON`;
        }
      } else visit(inner, own, depth + 1);
    }
  }

  visit(value, undefined, 0);
  const top = isRecord(value) ? value : {};
  if ("unfixable" in top) known = true;
  if (!known) return undefined;
  const unfixable = top.unfixable;
  return {
    edits,
    explanation: text(pick(top, EXPLANATION)),
    unfixable:
      unfixable === true
        ? "The model calls it unfixable."
        : typeof unfixable === "string" &&
            unfixable.trim() !== "" &&
            !/^(?:null|none|false|n\/a)$/i.test(unfixable.trim())
          ? unfixable
          : undefined,
    broken,
  };
}
