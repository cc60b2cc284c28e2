import { keep } from "../../journal/keep.js"
import { chooseWay, ownWays } from "../../models/own_ways.js"
import { say } from "../../models/words.js"
import { button, el, quiet, redraw, told } from "../dom.js"

// A drawer of one question, and the same few words after any answer: no answer leads further than another.
class Small {
  element
  circle
  #place = el("div", { class: "stack-tight" })
  #answer = null

  constructor(circle, title) {
    this.circle = circle
    this.element = el("details", {}, el("summary", {}, say(title)), this.#place)
    this.#draw()
  }

  take(answer) {
    const inside = this.#place.contains(document.activeElement)
    this.#answer = answer
    this.#draw()
    if (inside) this.#place.querySelector("[tabindex='-1']")?.focus({ preventScroll: true })
  }

  #draw() {
    redraw(this.#place, [this.#answer], () => (this.#answer === null ? this.question() : this.after(this.#answer)))
  }
}

// Something slight for the week, nothing among it.
export class SmallStep extends Small {
  constructor(circle) {
    super(circle, "leaving.small_step")
  }

  question() {
    return [
      el("p", { class: "told", tabindex: "-1" }, say("small.why")),
      el("div", { class: "scale" }, this.circle.content.smallSteps.map(([, text]) => button(text, () => this.take(text), { class: "chip" }))),
    ]
  }

  after(step) {
    return [
      el("p", { class: "quiet-note", tabindex: "-1" }, step),
      told(say("small.chosen")),
      el("div", { class: "actions" }, button(say("small.keep"), () => this.#keep(step)), quiet(say("small.again"), () => this.take(null))),
    ]
  }

  #keep(step) {
    keep({ kind: "step", text: step })
    this.circle.note("card.kept")
    this.take(null)
  }
}

// Is there anyone steady? Someone, or no one yet: what follows is the same.
export class Steady extends Small {
  constructor(circle) {
    super(circle, "leaving.steady_person")
  }

  question() {
    const name = el("input", { id: "steady-name", autocomplete: "off", dir: "auto" })
    name.value = ownWays().steady
    const answer = () => {
      chooseWay({ steady: name.value.trim() })
      this.take("")
    }
    return [
      el("p", { class: "told", tabindex: "-1" }, this.circle.content.someoneSteady),
      el("label", { for: "steady-name" }, say("steady.name")),
      name,
      el("div", { class: "equal" }, button(say("steady.someone"), answer), button(say("steady.no_one"), answer)),
    ]
  }

  after() {
    return [el("p", { class: "quiet-note", tabindex: "-1" }, say("steady.after")), quiet(say("small.again"), () => this.take(null))]
  }
}
