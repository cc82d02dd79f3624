export function pageOf(options, count) {
  const { size } = options;
  let { page } = options;
  if (page * size > count) page = Math.floor(count / size);
  return { page, size };
}
