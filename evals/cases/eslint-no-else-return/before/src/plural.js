export function plural(count, one, many) {
  if (count === 1) {
    return `${count} ${one}`;
  } else {
    return `${count} ${many}`;
  }
}
