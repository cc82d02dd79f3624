export function compare(a, b) {
  if (a.pinned === b.pinned) {
  } else {
    return a.pinned ? -1 : 1;
  }
  return a.title.localeCompare(b.title);
}
