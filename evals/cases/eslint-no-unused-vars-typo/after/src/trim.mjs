export function excerpt(text, length) {
  let short = text;
  if (text.length > length) {
    short = `${text.slice(0, length - 1)}…`;
  }
  return short;
}
