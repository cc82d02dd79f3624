export function greetings(names) {
  const callbacks = [];
  for (let i = 0; i < names.length; i++) {
    callbacks.push(() => `hello ${names[i]}`);
  }
  return callbacks;
}
