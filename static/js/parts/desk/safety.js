import { isolated, say } from "../../models/words.js"
import { button, el, named, quiet, redraw } from "../dom.js"

const ENDINGS = { short_close: ["desk.short_close", "desk.short_close.why", "desk.short_close"], emergency_close: ["desk.emergency", "desk.emergency.ask", "desk.emergency.do"] }

// What is rarely needed, in a drawer: where to turn, what can't be done from here, and limits in two steps.
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
    const lines = (view.you.lines ?? []).filter(({ messages }) => messages.length).map((line) => line.with)
    const open = this.#element.querySelector("details")?.open ?? false
    redraw(this.#element, [seats.map(({ seat, name, may_offer }) => [seat, name, may_offer]), lines, this.#asked], () =>
      el("details", { open, class: "safety" }, el("summary", {}, say("safety.title")), el("div", { class: "stack" }, this.#where(), this.#room(), this.#people(seats, lines))),
    )
  }

  #where() {
    const { organizer_contact: contact } = this.#circle.settings
    const support = document.querySelector("#support .support-text")?.textContent.trim()
    return el(
      "div",
      { class: "stack-tight" },
      el("p", {}, el("b", {}, say("safety.honest"))),
      support && el("p", { class: "muted" }, say("safety.hand")),
      support && el("p", { class: "as-written" }, support),
      contact && el("p", {}, say("safety.contact", { contact })),
    )
  }

  #room() {
    return el(
      "div",
      { class: "stack-tight" },
      el("h3", {}, say("safety.room")),
      el("div", { class: "actions" }, button(say("desk.hold"), () => this.#circle.ask("hold_room")), ...this.#handOver()),
      ...Object.entries(ENDINGS).map(([command, codes]) => this.#step(command, {}, codes)),
    )
  }

  #handOver() {
    return this.#view.desk.others
      .filter(({ present, name }) => present && name !== this.#view.you.name)
      .map(({ seat, name }) => button(say("desk.hand_over_to", { name: isolated(name) }), () => this.#circle.ask("hand_over", { to: seat })))
  }

  #people(seats, lines) {
    return el(
      "div",
      { class: "stack-tight" },
      el("h3", {}, say("safety.people")),
      seats.map((seat) => this.#person(seat, lines.includes(seat.seat))),
    )
  }

  #person({ seat, name, may_offer: mayOffer }, hasLine) {
    const values = { name: isolated(name) }
    return el(
      "div",
      { class: "person" },
      el("p", {}, named(name), hasLine && el("small", {}, say("signpost.how"))),
      mayOffer && quiet(say("offer_private.to", values), () => this.#circle.ask("private_offer", { seat })),
      this.#step("remove_seat", { seat }, ["desk.remove", "desk.remove.ask", "desk.remove.do"], values),
    )
  }

  #step(command, fields, [label, sure, certain], values = {}) {
    const key = command + (fields.seat ?? "")
    if (this.#asked !== key) return quiet(say(label, values), () => this.#ask(key))
    return el(
      "div",
      { class: "desk-card sure" },
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
    this.#element.querySelector(".sure button")?.focus({ preventScroll: true })
  }
}
