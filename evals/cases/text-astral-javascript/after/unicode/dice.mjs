export function roll(sides, random = Math.random) {
  const faces = "🎲𝟙𝟚𝟛𝟜𝟝𝟞", value = 1 + Math.floor(random() * sides);
  return { value, face: [...faces][value] };
}
