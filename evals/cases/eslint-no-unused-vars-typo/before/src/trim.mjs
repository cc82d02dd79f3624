export function excerpt(text, length) {
  let short = text;
  if (text.length > length) {
    const shrot = `${text.slice(0, length - 1)}…`;
  }
  return short;
}
