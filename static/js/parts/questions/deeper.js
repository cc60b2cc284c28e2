import { about, say } from "../../models/words.js"
import { button, el, redraw, told } from "../dom.js"

// The coming round might come closer. One answer goes out, without a name, and only if it is no.
class Deeper {
  element = el("div", { class: "question" })
  #circle

  constructor(circle) {
    this.#circle = circle
  }

  update(view = this.#circle.store.view) {
    const { room, local } = view
    if (!room?.proposal) return
    const until = room.proposal.until
    const length = until === null ? "" : about(until - this.#circle.clock.now())
    redraw(this.element, [local.lighter, length], () => [
      el("h3", {}, say("deeper.title")),
      local.lighter && told(say("deeper.stands")),
      !local.lighter && el("div", { class: "equal" }, button(say("care.lighter"), () => this.#circle.keepLighter(true)), button(say("deeper.fine"), () => this.#fine(room.proposal))),
      !local.lighter && told(say("deeper.line")),
      !local.lighter && length && told(say("deeper.left", { length })),
    ])
  }

  tick() {
    this.update()
  }

  #fine({ round, depth }) {
    this.#circle.change({ fineWith: `${round}:${depth}` })
    this.#circle.note("deeper.thanks")
  }
}

export default { deeper: Deeper }
