import { say } from "../../models/words.js"
import { chooseWay, ownWays } from "../../models/own_ways.js"
import { el } from "../dom.js"
import { Moving } from "./stillness.js"

const SECOND = 1000
const LEAST = 3
const MOST = 6
const SMALL = 0.42
const AT_REST = 0.74

// How wide the circle is at that instant, from 0 to 1: the same for all who chose the same seconds.
export function wideness(now, { widens, narrows }) {
  const [up, down] = [widens * SECOND, narrows * SECOND]
  const at = now % (up + down)
  const open = at < up ? at / up : 1 - (at - up) / down
  return (1 - Math.cos(open * Math.PI)) / 2
}

// A circle that widens and narrows. Breathe along with it, watch it, or let it be.
export class Pacer {
  element
  #circle = el("div", { class: "pacer" })
  #ways = ownWays()
  #moving

  constructor(clock) {
    this.element = el("div", { class: "pacer-place" }, el("div", { class: "pacer-ground", "aria-hidden": "true" }, this.#circle), this.#seconds())
    this.#moving = new Moving(this.element, clock, {
      drawAt: (now) => this.#wide(SMALL + (1 - SMALL) * wideness(now, this.#ways)),
      still: () => this.#wide(AT_REST),
    })
  }

  run(how) {
    this.#moving.run(how)
  }

  #wide(scale) {
    this.#circle.style.scale = String(scale)
  }

  #seconds() {
    return el("details", {}, el("summary", {}, say("breath.title")), el("div", { class: "breath" }, this.#slider("widens", "breath.in"), this.#slider("narrows", "breath.out")))
  }

  #slider(way, code) {
    const words = el("span", {}, say(code, { n: this.#ways[way] }))
    const chosen = ({ target }) => {
      this.#ways = { ...this.#ways, [way]: Number(target.value) }
      chooseWay({ [way]: this.#ways[way] })
      words.textContent = say(code, { n: this.#ways[way] })
    }
    return el("label", {}, words, el("input", { type: "range", min: LEAST, max: MOST, step: 1, value: this.#ways[way], on: { input: chosen } }))
  }
}
