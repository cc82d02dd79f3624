export function save(storage, key, value) {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch (error) {}
  return value;
}
