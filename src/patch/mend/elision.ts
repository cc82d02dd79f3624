const MARK = /(?:\.{3}|…)/;
const WORDS =
  /\b(?:existing|rest of|remaining|unchanged|same as|remains?|as before|omitted|elided|truncated|snip(?:ped)?|previous (?:code|lines|content)|other (?:code|methods|functions|imports|tests|lines)|code (?:here|continues)|more code|file continues|keep)\b/i;
const COMMENT = /^\s*(?:#|\/\/|\/\*|<!--|--|;|%|"""|'''|\{\/\*|\*)\s*(.*)$/;
const NO_DOTS =
  /^(?:rest of (?:the )?(?:file|code|function|class|method)|(?:the )?rest (?:is )?unchanged|existing code|unchanged(?: code)?|code unchanged|remaining code|no changes?(?: here)?)\b/i;

/**
 * Whether a line is a placeholder for code that the writer left out: `// ... existing code ...`, `# rest unchanged`,
 * `... (rest of the file)`. A lone `...` is not: Python uses it as a statement.
 */
export function isPlaceholder(line: string): boolean {
  if (line.length > 200) return false;
  const comment = COMMENT.exec(line)?.[1];
  if (comment !== undefined)
    return (
      (MARK.test(comment) && (WORDS.test(comment) || /^(?:\.{3}|…)\W*$/.test(comment))) || NO_DOTS.test(comment.trim())
    );
  return /^\s*[[({<]?\s*(?:\.{3}|…)/.test(line) && WORDS.test(line);
}
