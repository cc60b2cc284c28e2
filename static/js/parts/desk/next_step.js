import { say } from "../../models/words.js"
import { codeOf } from "../../models/next_step.js"
import { waits } from "../../models/tray.js"
import { button, el, primary, redraw } from "../dom.js"

// One next step as the single primary button. On a phone it lies under the thumb, and the way to the desk beside it.
export class NextStep {
  #element
  #circle

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update(view) {
    const { room, desk } = view
    const { primary: next, few } = desk
    const some = waits(view)
    const code = codeOf(next, room)
    redraw(this.#element, [next, code, some, few], () => [
      el("h2", { class: "visually-hidden" }, say("desk.next")),
      el("div", { class: "desk-go" }, this.#go(next, code, few), this.#toTray(some)),
    ])
  }

  #go(next, code, few) {
    if (!next) return el("p", {}, say("desk.nothing_next"))
    if (next.do === "begin" && few) return button(say("desk.begin_with_few"), () => this.#circle.ask("begin", { with_few: true }))
    const { do: step, ...fields } = next
    return primary(say(code), () => this.#circle.ask(step, fields))
  }

  #toTray(some) {
    return button(say(some ? "tray.short" : "desk.short"), () => this.#showTray(), { class: some ? "to-tray waits" : "to-tray" })
  }

  #showTray() {
    const tray = this.#element.parentElement.querySelector(".tray h2")
    tray.scrollIntoView({ block: "start" })
    tray.focus({ preventScroll: true })
  }
}
