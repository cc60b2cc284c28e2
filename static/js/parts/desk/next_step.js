import { say } from "../../models/words.js"
import { codeOf } from "../../models/next_step.js"
import { needsOf } from "../../models/tray.js"
import { button, el, primary, redraw } from "../dom.js"

// One next step as the single primary button. On a phone it lies under the thumb, and the way to the desk beside it.
export class NextStep {
  #element
  #circle

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update({ room, you, desk }) {
    const { primary: next, few } = desk
    const waits = needsOf({ desk, you, room }).length > 0
    const code = codeOf(next, room)
    redraw(this.#element, [next, code, waits, few], () => [
      el("h2", { class: "visually-hidden" }, say("desk.next")),
      el("div", { class: "desk-go" }, this.#go(next, code, few), this.#toTray(waits)),
    ])
  }

  #go(next, code, few) {
    if (!next) return el("p", {}, say("desk.nothing_next"))
    if (next.do === "begin" && few) return button(say("desk.begin_with_few"), () => this.#circle.ask("begin", { with_few: true }))
    const { do: step, ...fields } = next
    return primary(say(code), () => this.#circle.ask(step, fields))
  }

  #toTray(waits) {
    return button(say(waits ? "tray.short" : "desk.short"), () => this.#showTray(), { class: waits ? "to-tray waits" : "to-tray" })
  }

  #showTray() {
    const tray = this.#element.parentElement.querySelector(".tray h2")
    tray.scrollIntoView({ block: "start" })
    tray.focus({ preventScroll: true })
  }
}
