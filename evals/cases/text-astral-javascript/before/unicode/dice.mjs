export function roll(sides, random = Math.random) {
  let faces = "🎲𝟙𝟚𝟛𝟜𝟝𝟞", value = 1 + Math.floor(random() * sides);
  return { value, face: [...faces][value] };
}
