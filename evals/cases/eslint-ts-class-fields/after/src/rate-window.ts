export class RateWindow {
  #hits = 0;
  #started = 0;

  hit(now = Date.now()) {
    if (now - this.#started > 60_000) {
      this.#started = now;
      this.#hits = 1;
    } else {
      this.#hits += 1;
    }
    return this.#hits;
  }
}
