/** Syntax of source texts, for the rung `parses`. */
export interface SyntaxParser {
  /** Name and version, for the proof. */
  readonly identity: string;
  handles(path: string): boolean;
  /** Syntax errors as `line:column message` (1-based); empty if the text parses. */
  errors(path: string, text: string): Promise<readonly string[]>;
}
