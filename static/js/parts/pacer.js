import { el } from "./dom.js"

const IN = 4000
const OUT = 6000
const SMALL = 0.45

// The one thing that moves by itself, once somebody chose it; the same for all, because the clock is.
export class Pacer {
  element = el("div", { class: "pacer", "aria-hidden": "true" })
  #clock
  #running = false

  constructor(clock) {
    this.#clock = clock
  }

  run(wanted) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches
    if (this.#running || !wanted || calm) {
      this.#running = wanted && !calm
      return
    }
    this.#running = true
    requestAnimationFrame(() => this.#draw())
  }

  #draw() {
    if (!this.#running || (this.element.isConnected === false && this.#drawn)) return
    this.#drawn = true
    const at = this.#clock.now() % (IN + OUT)
    const open = at < IN ? at / IN : 1 - (at - IN) / OUT
    const eased = (1 - Math.cos(open * Math.PI)) / 2
    this.element.style.scale = String(SMALL + (1 - SMALL) * eased)
    requestAnimationFrame(() => this.#draw())
  }

  #drawn = false
}
