/** A SARIF 2.1.0 log with one run of one tool. */
export function sarifLog(results: readonly unknown[], run: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ version: "2.1.0", runs: [{ tool: { driver: { name: "Scanner" } }, results, ...run }] });
}

/** A result in `uri` at `region`. */
export function sarifResult(
  uri: string,
  region: unknown,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    ruleId: "R1",
    message: { text: "wrong" },
    locations: [{ physicalLocation: { artifactLocation: { uri }, ...(region === undefined ? {} : { region }) } }],
    ...more,
  };
}

/** A fix of one file by replacements `[deletedRegion, text]`; undefined text is a deletion. */
export function sarifFix(
  uri: string,
  ...replacements: readonly (readonly [unknown, string | undefined])[]
): Record<string, unknown> {
  return {
    description: { text: "mend it" },
    artifactChanges: [
      {
        artifactLocation: { uri },
        replacements: replacements.map(([deletedRegion, text]) => ({
          deletedRegion,
          ...(text === undefined ? {} : { insertedContent: { text } }),
        })),
      },
    ],
  };
}
