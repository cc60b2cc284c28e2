// Milliseconds that a device's own clock may gain or lose in one.
const DRIFT = 1 / 10_000
// Both clocks tell whole milliseconds.
const ROUNDED = 1

// The server owns time. It read its clock after we asked and before we heard, so every answer says between
// which two bounds this device is off; together they leave what all of them allow. The middle is never
// further from the truth than half of the shortest way there and back (docs/decisions/0010).
export class Clock {
  #least = -Infinity
  #most = Infinity
  #at = 0

  learn({ sent, server }, received = Date.now()) {
    if (server === undefined) return
    const [least, most] = [server - received - ROUNDED, server - sent + ROUNDED]
    const looser = DRIFT * Math.abs(received - this.#at)
    this.#least = Math.max(this.#least - looser, least)
    this.#most = Math.min(this.#most + looser, most)
    // What can't be true of one clock means that the device's was set: from here it is another.
    if (this.#least > this.#most) [this.#least, this.#most] = [least, most]
    this.#at = received
  }

  now() {
    return Date.now() + this.offset
  }

  get offset() {
    return Number.isFinite(this.#least) ? (this.#least + this.#most) / 2 : 0
  }
}
