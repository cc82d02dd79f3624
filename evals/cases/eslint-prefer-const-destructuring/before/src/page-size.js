export function pageOf(options, count) {
  let { page, size } = options;
  if (page * size > count) page = Math.floor(count / size);
  return { page, size };
}
