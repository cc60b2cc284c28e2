import { say } from "../../models/words.js"
import { button, el, quiet } from "../dom.js"

const KINDS = ["friend", "group", "therapist", "crisis"]
const LONGEST = 120

// Somewhere else to turn, sent as words: a kind of company, or a line of the group's own list.
export class Signposts {
  element
  #send
  #field
  #form

  constructor(send) {
    this.#send = send
    this.#field = el("textarea", { rows: 3, maxlength: 700, dir: "auto", "aria-label": say("signpost.mark") })
    this.#form = el(
      "form",
      { class: "stack-tight", hidden: true, on: { submit: (event) => this.#go(event) } },
      this.#field,
      el("div", { class: "actions" }, el("button", {}, say("signpost.send")), quiet(say("twice.no"), () => this.#choose(null))),
    )
    this.element = el(
      "details",
      {},
      el("summary", {}, say("signpost.title")),
      el("div", { class: "stack-tight" }, el("p", { class: "muted" }, say("signpost.line")), el("div", { class: "actions" }, this.#choices()), this.#form),
    )
  }

  #choices() {
    const ofGroup = document.querySelector("#support .support-text")?.textContent.split("\n") ?? []
    return [
      ...KINDS.map((kind) => button(say(`signpost.${kind}`), () => this.#choose(say(`signpost.${kind}.words`)))),
      ...ofGroup.map((line) => line.trim()).filter(Boolean).map((line) => button(line.slice(0, LONGEST), () => this.#choose(line), { class: "own-line" })),
    ]
  }

  #choose(words) {
    this.#form.hidden = words === null
    this.#field.value = words ?? ""
    if (words !== null) this.#field.focus({ preventScroll: true })
  }

  async #go(event) {
    event.preventDefault()
    const text = this.#field.value.trim()
    if (text && (await this.#send(text))) {
      this.#choose(null)
      this.element.open = false
    }
  }
}
