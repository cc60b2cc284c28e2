import { say } from "../../models/words.js"
import { button, el, quiet, redraw } from "../dom.js"

const PROTECTED = new Set(["goodbye", "farewell", "leaving"])

// What could be longer, shorter, lighter, or left for another day.
export class Frame {
  #element
  #circle

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update({ room, desk }) {
    const { round, agenda } = room
    this.#element.hidden = Boolean(room.after)
    const open = this.#element.querySelector("details")?.open ?? false
    const picture = [round && [round.index, round.step, round.depth], Boolean(desk.step_timer), agenda, desk.deeper, desk.stay_on]
    redraw(this.#element, picture, () =>
      el("details", { open }, el("summary", {}, say("frame.title")), el("div", { class: "stack-tight" }, this.#changes(room, desk))),
    )
  }

  #changes(room, desk) {
    const { round } = room
    return [
      round && el("div", { class: "actions" }, this.#length(round, desk), this.#depth(round)),
      this.#setAside(room.agenda),
      round?.kind === "arrival" && this.#newAgreement(),
    ].filter(Boolean)
  }

  #length({ index: round, step }, desk) {
    if (!desk.step_timer || !step || PROTECTED.has(step)) return []
    const change = (command) => () => this.#circle.ask(command, { round, step, by: this.#circle.settings.minute })
    if (step === "quiet") return [button(say("desk.silence_longer"), change("extend_step"))]
    return [button(say("desk.extend"), change("extend_step")), button(say("desk.trim"), change("trim_step"))]
  }

  #depth({ index: round, depth, kind }) {
    if (kind !== "micro_sharing" || depth < 2) return null
    return button(say("desk.lower_depth"), () => this.#circle.ask("lower_depth", { round, depth: depth - 1 }))
  }

  #setAside(agenda) {
    const index = agenda.findIndex(({ state }) => state === "next")
    if (index < 0 || agenda[index].kind === "closing") return null
    return quiet(say("frame.set_aside", { round: say(`kind.${agenda[index].kind}`) }), () => this.#circle.ask("set_aside_round", { index }))
  }

  #newAgreement() {
    const field = el("input", { id: "new-agreement", maxlength: 200, autocomplete: "off", "aria-describedby": "new-agreement-why" })
    const add = (event) => {
      event.preventDefault()
      if (field.value.trim()) this.#circle.ask("add_agreement", { text: field.value.trim() })
    }
    return el(
      "form",
      { class: "field", on: { submit: add } },
      el("label", { for: "new-agreement" }, say("desk.add_agreement")),
      el("p", { class: "muted", id: "new-agreement-why" }, say("desk.add_agreement.why")),
      field,
      el("button", {}, say("frame.add_agreement")),
    )
  }
}
