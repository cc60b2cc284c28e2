import { isolated, say } from "../../models/words.js"
import { button, el, quiet, redraw } from "../dom.js"

const SILENCES = [1, 2, 3, 5]

// Always beside the next step: a silence, a quiet minute, a pause, another pair of hands.
export class Tools {
  #element
  #circle
  #opened = null
  #view

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update(view = this.#view) {
    this.#view = view
    const { room, desk } = view
    redraw(this.#element, [this.#opened, Boolean(room.stop), desk.others, desk.handing_to], () => [
      el(
        "div",
        { class: "desk-tools" },
        this.#opener("offer_silence"),
        button(say("desk.hold"), () => this.#ask("hold_room")),
        room.stop ? button(say("desk.resume"), () => this.#ask("resume_room")) : button(say("desk.pause"), () => this.#ask("pause_room")),
        this.#opener("hand_over"),
      ),
      this.#opened && el("div", { class: "desk-card desk-opened" }, this.#opened === "offer_silence" ? this.#silences() : this.#others(desk)),
    ])
  }

  #opener(name) {
    return button(say(`desk.${name}`), () => this.#open(this.#opened === name ? null : name), { "aria-expanded": String(this.#opened === name) })
  }

  #silences() {
    return [
      el("p", {}, say("desk.silence.when")),
      el("div", { class: "actions" }, SILENCES.map((n) => button(say(`desk.silence.${n}`), () => this.#ask("offer_silence", { length: n * this.#circle.settings.minute })))),
    ]
  }

  #others({ others, handing_to: handing }) {
    const present = others.filter((other) => other.present)
    if (!present.length) return el("p", {}, say("desk.nobody_else"))
    return [
      handing && el("p", {}, say("desk.handing", { name: isolated(others.find(({ seat }) => seat === handing)?.name ?? "") })),
      el("div", { class: "actions" }, present.map(({ seat, name }) => quiet(say("desk.hand_over_to", { name: isolated(name) }), () => this.#ask("hand_over", { to: seat })))),
    ]
  }

  #open(opened) {
    this.#opened = opened
    this.update()
  }

  #ask(command, fields) {
    this.#open(null)
    this.#circle.ask(command, fields)
  }
}
