export function visible(items) {
  return items.filter((item) => {
    if (!!item.hidden) return false;
    return item.title !== "";
  });
}
