export function area(shape) {
  switch (shape.kind) {
    case "circle": {
      const radius = shape.diameter / 2;
      return Math.PI * radius ** 2;
    }
    case "square":
      return shape.side ** 2;
    default:
      return 0;
  }
}
