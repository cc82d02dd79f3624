export function* lines(text = "") {
  let from = 0;
  try {
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", from)) {
      yield text.slice(from, at);
      from = at + 1;
    }
  } catch (error) {
    throw error;
  }
  if (from < text.length) yield text.slice(from);
}
