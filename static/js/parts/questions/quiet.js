import { say } from "../../models/texts.js"
import { el, redraw } from "../dom.js"
import { Pacer } from "../pacer.js"
import { SilenceChoice } from "./silence_choice.js"

const BREATH = "silence.slow_circle"

// In the quiet: what I chose to rest on, and nothing else.
export class Quiet {
  element = el("div", { class: "question" })
  #circle
  #said = el("div")
  #pacer

  constructor(circle, view) {
    this.#circle = circle
    this.#pacer = new Pacer(circle.clock)
    const change = el("details", {}, el("summary", {}, say("anchor.change")), new SilenceChoice(circle, view).element.firstElementChild)
    this.element.append(this.#said, change)
  }

  update({ local }) {
    const invitation = this.#circle.content.invitation(local.anchor)
    redraw(this.#said, [local.anchor, local.motion], () => [
      el("p", { class: "quiet-note" }, invitation ? invitation[2] : say("anchor.company")),
      local.anchor === BREATH && this.#pacer.element,
    ])
    this.#pacer.run(local.anchor === BREATH && local.motion !== "less")
  }
}
