export function step(position, key) {
  switch (key) {
    case "left":
      position -= 1;
    case "right":
      position += 1;
      break;
    default:
      break;
  }
  return position;
}
