/** A file's line as a prompt shows it. */
export interface ShownLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
}

/** What a model can know of its task: only what its prompt says. */
export interface PromptView {
  readonly lines: readonly ShownLine[];
  /** Every line of the file is shown. */
  readonly whole: boolean;
  /** In the prompt's own numbering, from 1. */
  readonly findings: readonly { readonly number: number; readonly rule: string; readonly line: number }[];
}

/** Reads lines and findings out of a prompt, as a model would. */
export function readPrompt(user: string): PromptView {
  const rows = block(user, "file").split("\n");
  const lines = rows.flatMap((row): ShownLine[] => {
    const [, number, text] = /^ *(\d+) \| (.*)$/s.exec(row) ?? [];
    return number === undefined ? [] : [{ number: Number(number), text: text ?? "" }];
  });
  const whole = lines.length > 0 && lines.length === rows.length && lines.every(({ number }, at) => number === at + 1);
  const told = user.includes("<findings-") ? block(user, "findings") : user;
  const findings = [...told.matchAll(/^(\d+)\. (.+?) at lines? (\d+)/gm)].map(([, number, rule, line]) => ({
    number: Number(number),
    rule: rule ?? "",
    line: Number(line),
  }));
  return { lines, whole, findings };
}

function block(user: string, name: string): string {
  return new RegExp(`<${name}-(\\w+)>\\n([\\s\\S]*?)\\n</${name}-\\1>`).exec(user)?.[2] ?? "";
}
