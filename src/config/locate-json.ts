import { type KeyPath, KeyPositions } from "./key-positions.ts";

/** Finds where each key stands in a JSON text that `JSON.parse` has already accepted. */
export function locateJsonKeys(text: string): KeyPositions {
  const positions = new KeyPositions(text);
  const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs;
  const open: Container[] = [];
  for (const match of text.matchAll(token)) {
    const here = open.at(-1);
    switch (match[0]) {
      case "{":
        if (here?.kind === "list") positions.note(pathInto(open), match.index);
        open.push({ kind: "table", key: "", awaitsKey: true });
        break;
      case "[":
        if (here?.kind === "list") positions.note(pathInto(open), match.index);
        open.push({ kind: "list", key: 0, awaitsKey: false });
        break;
      case "}":
      case "]":
        open.pop();
        break;
      case ",":
        if (here?.kind === "table") here.awaitsKey = true;
        else if (here?.kind === "list") here.key += 1;
        break;
      case ":":
        break;
      default:
        if (here?.kind === "table" && here.awaitsKey) {
          here.key = unquote(match[0]);
          here.awaitsKey = false;
          positions.note(pathInto(open), match.index);
        } else if (here?.kind === "list") positions.note(pathInto(open), match.index);
    }
  }
  return positions;
}

type Container = { kind: "table"; key: string; awaitsKey: boolean } | { kind: "list"; key: number; awaitsKey: false };

function pathInto(open: readonly Container[]): KeyPath {
  return open.map((container) => container.key);
}

function unquote(token: string): string {
  const parsed: unknown = JSON.parse(token);
  return typeof parsed === "string" ? parsed : token;
}
