/** Python's other names for `OSError` and `TimeoutError` (Ruff UP024, UP041). */
const OS_ERROR = /^(?:IOError|EnvironmentError|WindowsError|(?:socket|select|mmap)\.error|OSError)$/;
const TIMEOUT_ERROR = /^(?:(?:asyncio|futures|concurrent\.futures)\.TimeoutError|socket\.timeout|TimeoutError)$/;

/** How much a handler catches: nothing special, `Exception`, `BaseException`, or everything by a bare `except:`. */
export function breadth(types: readonly string[]): number {
  if (types.length === 0) return 3;
  return Math.max(...types.map((type) => (type === "BaseException" ? 2 : type === "Exception" ? 1 : 0)));
}

/** The exception types in `A`, `(A, B)`, `A, B`, `(A,) + B` or nothing, under one name each. */
export function typesIn(expression: string): string[] {
  const isSum = /\+/.test(expression) && !/\w\s*\(/.test(expression);
  const names = (isSum ? expression.replace(/[()]/g, "") : expression.replace(/^\s*\(([\s\S]*)\)\s*$/, "$1"))
    .split(isSum ? /[,+]/ : ",")
    .map((name) => canonical(name.replace(/\s/g, "").replace(/^\*/, "")))
    .filter((name) => name !== "");
  return [...new Set(names)];
}

/** Whether whoever catches `wide` catches all of `narrow`, as far as names tell. */
export function catchesAll(wide: readonly string[], narrow: readonly string[]): boolean {
  if (wide.length === 0) return true;
  if (narrow.length === 0) return false;
  return breadth(wide) > breadth(narrow) || narrow.every((type) => wide.includes(type));
}

function canonical(name: string): string {
  const bare = name.replace(/^builtins\./, "");
  if (OS_ERROR.test(bare)) return "OSError";
  return TIMEOUT_ERROR.test(bare) ? "TimeoutError" : bare;
}
