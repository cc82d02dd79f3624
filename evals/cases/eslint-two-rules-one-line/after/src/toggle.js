export function toggle(list, item) {
  const at = list.findIndex((one) => one.id === item.id);
  return at === -1 ? [...list, item] : list.toSpliced(at, 1);
}
