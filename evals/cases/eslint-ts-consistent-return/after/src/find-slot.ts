const SLOTS = new Map([
  ["morning", 4],
  ["noon", 0],
]);

export const slot = (name = "") => {
  const free = SLOTS.get(name);
  if (free) return free;
  if (name === "") return undefined;
  return 0;
};
