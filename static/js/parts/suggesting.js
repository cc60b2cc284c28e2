import { draftOf } from "../models/shelf.js"
import { say } from "../models/words.js"
import { el, told } from "./dom.js"

const LONGEST = 200

// While the agreements are read: a line of one's own for them, without a name.
export class Suggesting {
  element
  #circle
  #draft
  #field = el("textarea", { id: "suggested-line", rows: 2, maxlength: LONGEST, dir: "auto", on: { input: () => this.#typed() } })
  #state = el("p", { class: "told" })

  constructor(circle) {
    this.#circle = circle
    this.#draft = draftOf(circle.settings.id, "suggested")
    this.#field.value = this.#draft.read()
    this.element = el(
      "details",
      { class: "suggesting", hidden: true },
      el("summary", {}, say("suggest.title")),
      el(
        "form",
        { class: "stack-tight", on: { submit: (event) => this.#send(event) } },
        el("label", { for: "suggested-line" }, say("suggest.label")),
        this.#field,
        told(say("suggest.line")),
        el("div", { class: "actions" }, el("button", {}, say("suggest.send"))),
        this.#state,
      ),
    )
  }

  update({ room, you }) {
    const { round } = room
    this.element.hidden = !(round?.kind === "arrival" && round.step === "agreements" && !you.facilitates)
  }

  #typed() {
    this.#draft.write(this.#field.value)
    this.#state.textContent = ""
  }

  async #send(event) {
    event.preventDefault()
    const text = this.#field.value.trim()
    if (!text) return this.#tell(say("privately.empty"))
    const answer = await this.#circle.ask("suggest_agreement", { text })
    if (!answer.ok) return this.#tell(answer.text)
    this.#field.value = ""
    this.#draft.write("")
    return this.#tell(say("suggest.sent"))
  }

  #tell(text) {
    this.#state.textContent = text
    this.#circle.announcer.say(text)
  }
}
