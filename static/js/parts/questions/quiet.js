import { say } from "../../models/words.js"
import { el, redraw, told } from "../dom.js"

const IN = 4000
const OUT = 6000
const SMALL = 0.45

// The one thing that moves by itself, once somebody chose it; the same for all, because the clock is.
class Pacer {
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

// Where attention may rest in the quiet: chosen privately, changed any time, or nothing.
class SilenceChoice {
  element

  constructor(circle, { local }) {
    const choose = (event) => circle.change({ anchor: event.target.value || null })
    this.element = el(
      "form",
      { class: "question" },
      el(
        "fieldset",
        { on: { change: choose } },
        el("legend", {}, say("quiet.choose")),
        told(say("quiet.choose_line")),
        el(
          "div",
          { class: "choices choices-two" },
          [["", say("anchor.nothing")], ...circle.content.silence].map(([code, name]) =>
            el("label", { class: "choice" }, el("input", { type: "radio", name: "anchor", value: code, checked: (local.anchor ?? "") === code }), name),
          ),
        ),
      ),
    )
  }
}

const BREATH = "silence.slow_circle"

// In the quiet: what I chose to rest on, and nothing else.
class Quiet {
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

export default { quiet: Quiet, silence_choice: SilenceChoice }
