import { say } from "../../models/words.js"
import { button, el } from "../dom.js"

const OWN_LETTERS = 40

// Everyone answers at once and it is shown together: a check-in, or a word to part with.
class Gather {
  element
  #circle
  #round
  #step
  #own

  constructor(circle, { room, you }) {
    this.#circle = circle
    this.#round = room.round
    this.#step = you.asked
    this.#own = el("input", {
      id: "own-word",
      maxlength: OWN_LETTERS,
      autocomplete: "off",
      dir: "auto",
      on: { input: () => this.#ownChosen() },
    })
    this.element = el(
      "form",
      { class: "question", on: { submit: (event) => event.preventDefault() } },
      this.#step === "goodbye" ? el("h3", {}, say("choose.goodbye")) : null,
      this.#step === "choosing" ? this.#scales() : this.#goodbyes(),
      el("p", { class: "told" }, say("gather.equal")),
      el("div", { class: "equal" }, button(say("choose.show"), () => this.#show()), button(say("choose.keep"), () => this.#keep())),
    )
  }

  #scales() {
    return [
      ...this.#circle.content.scales.map(({ name, words }, index) => this.#folded(name, words, index === 0)),
      this.#scale(say("gather.or"), [["none", say("gather.none")], ["own", say("gather.own")]]),
      this.#word(),
    ]
  }

  // One set of words is open at a time: thirty at once would be a test.
  #folded(name, words, open) {
    const scale = this.#scale(name, words)
    scale.firstElementChild.className = "visually-hidden"
    return el("details", { name: "scales", open }, el("summary", {}, name), scale)
  }

  #goodbyes() {
    return [this.#scale(say("gather.goodbyes"), [...this.#circle.content.goodbyes, ["own", say("gather.own")]]), this.#word()]
  }

  #scale(name, words) {
    const choices = words.map(([code, text]) => el("label", {}, el("input", { type: "radio", name: "word", value: code }), text))
    return el("fieldset", {}, el("legend", { class: "told" }, name), el("div", { class: "scale" }, choices))
  }

  #word() {
    return el("div", { class: "field" }, el("label", { for: "own-word" }, say("choose.own")), this.#own)
  }

  #ownChosen() {
    const own = this.element.querySelector("input[value=own]")
    if (own) own.checked = true
  }

  #show() {
    const chosen = this.element.elements.word?.value ?? "own"
    const own = this.#own.value.trim()
    if (chosen === "none") return this.#keep()
    if (chosen === "" || (chosen === "own" && !own)) return this.#circle.answer(say("gather.nothing_chosen"))
    const text = chosen === "own" ? this.#circle.content.own(own) : chosen
    return this.#circle.ask("show_together", { round: this.#round.index, step: this.#step, text })
  }

  // What was chosen stays in this element and goes with it.
  #keep() {
    this.#circle.note("aside.kept")
    return this.#circle.ask("pass", { round: this.#round.index })
  }
}

export default { gather: Gather }
