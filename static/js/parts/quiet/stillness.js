const ASKED_FOR = matchMedia("(prefers-reduced-motion: reduce)")

// Something that moves by itself, because somebody chose it: drawn from the server's clock, so that it is
// the same for everyone and right again at once after the tab was away. Still for whoever wants less motion.
export class Moving {
  #element
  #clock
  #drawAt
  #still
  #every
  #how = { wanted: false, less: false }
  #next = null
  #drawn = 0

  // drawAt(now) draws one instant, and not more often than each so many milliseconds; still() draws what rests.
  constructor(element, clock, { drawAt, still, every = 0 }) {
    this.#element = element
    this.#clock = clock
    this.#drawAt = drawAt
    this.#still = still
    this.#every = every
    ASKED_FOR.addEventListener("change", () => this.#begin())
    document.addEventListener("visibilitychange", () => this.#begin())
    addEventListener("focus", () => this.#begin())
  }

  run(how) {
    this.#how = how
    this.#begin()
  }

  #begin() {
    cancelAnimationFrame(this.#next)
    const { wanted, less } = this.#how
    if (!wanted) return
    if (less || ASKED_FOR.matches) this.#still()
    else this.#draw()
  }

  #draw() {
    this.#drawn = performance.now()
    this.#drawAt(this.#clock.now())
    this.#next = requestAnimationFrame(() => this.#again())
  }

  #again() {
    if (!this.#element.isConnected) return
    if (performance.now() - this.#drawn >= this.#every) this.#draw()
    else this.#next = requestAnimationFrame(() => this.#again())
  }
}
