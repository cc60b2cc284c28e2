import { isolated, say } from "../../models/words.js"
import { button, el, quiet, redraw } from "../dom.js"

const ENDINGS = { short_close: ["desk.short_close", "desk.short_close.why", "desk.short_close"], emergency_close: ["desk.emergency", "desk.emergency.ask", "desk.emergency.do"] }

// What is rarely needed, in a drawer, each in two steps and without a dialog.
export class Safety {
  #element
  #circle
  #asked = null
  #view

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update(view = this.#view) {
    this.#view = view
    const seats = view.desk.seats.filter(({ facilitates, presence }) => !facilitates && presence !== "removed")
    const open = this.#element.querySelector("details")?.open ?? false
    redraw(this.#element, [seats.map(({ seat, name }) => [seat, name]), this.#asked], () =>
      el(
        "details",
        { open },
        el("summary", {}, say("safety.title")),
        el("div", { class: "stack-tight" }, el("p", {}, say("safety.honest")), ...Object.entries(ENDINGS).map(([command, codes]) => this.#step(command, {}, codes)), ...seats.map(({ seat, name }) => this.#removal(seat, name))),
      ),
    )
  }

  #removal(seat, name) {
    return this.#step("remove_seat", { seat }, ["desk.remove", "desk.remove.ask", "desk.remove.do"], { name: isolated(name) })
  }

  #step(command, fields, [label, sure, certain], values = {}) {
    const key = command + (fields.seat ?? "")
    if (this.#asked !== key) return quiet(say(label, values), () => this.#ask(key))
    return el(
      "div",
      { class: "desk-card" },
      el("p", {}, say(sure, values)),
      el("div", { class: "actions" }, button(say("twice.no"), () => this.#ask(null)), button(say(certain, values), () => this.#do(command, fields), { class: "button-firm" })),
    )
  }

  #do(command, fields) {
    this.#ask(null)
    this.#circle.ask(command, fields)
  }

  #ask(key) {
    this.#asked = key
    this.update()
    this.#element.querySelector(".desk-card button")?.focus({ preventScroll: true })
  }
}
