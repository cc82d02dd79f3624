export function greetings(names) {
  const callbacks = [];
  for (var i = 0; i < names.length; i++) {
    callbacks.push(() => `hello ${names[i]}`);
  }
  return callbacks;
}
