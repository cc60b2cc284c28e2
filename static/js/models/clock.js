const BEST_KEPT = 8

// The server owns time. The sample with the shortest round trip says best how far off this device is.
export class Clock {
  #samples = []

  learn({ sent, server }, received = Date.now()) {
    const trip = received - sent
    this.#samples.push({ trip, offset: server + trip / 2 - received })
    this.#samples = this.#samples.slice(-BEST_KEPT)
  }

  now() {
    return Date.now() + this.offset
  }

  get offset() {
    if (!this.#samples.length) return 0
    return this.#samples.reduce((best, sample) => (sample.trip < best.trip ? sample : best)).offset
  }
}
