export function accepts(pin, entered) {
  return entered === pin;
}

export function attempt(state, entered) {
  const open = accepts(state.pin, entered);
  return { ...state, open, tries: open ? 0 : state.tries + 1 };
}
