import { isolated, say } from "../../models/words.js"
import { button, el, named, redraw } from "../dom.js"

const IN_THE_ROOM = new Set(["here", "reconnecting", "out"])

// Everyone alike: a name, whether they are here, and one mark that means "don't invite now". A press opens what
// may be done for one person.
export class Tiles {
  #element
  #circle
  #chosen = null
  #offered = null
  #view

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update(view = this.#view) {
    this.#view = view
    const { room, desk } = view
    const seats = desk.seats.filter(({ presence }) => IN_THE_ROOM.has(presence))
    const chosen = seats.find(({ seat, facilitates }) => seat === this.#chosen && !facilitates)
    redraw(this.#element, [seats, room.space?.seat, desk.up_next, chosen?.seat, this.#offered], () => [
      el("h2", {}, say("desk.people")),
      el("ul", { class: "tiles" }, seats.map((seat) => this.#tile(seat, room.space?.seat === seat.seat, desk.up_next === seat.seat, chosen === seat))),
      chosen && this.#person(chosen),
    ])
  }

  #tile(seat, space, next, chosen) {
    const marks = [
      space && say("desk.has_space"),
      next && !seat.resting && say("desk.up_next"),
      seat.presence !== "here" && say(`presence.${seat.presence}`),
      seat.resting && !space && say("desk.resting"),
      seat.facilitates && say("ring.facilitates"),
      seat.companion && say("ring.companion"),
    ].filter(Boolean)
    const kind = [space && "has-space", seat.presence !== "here" && "away"].filter(Boolean).join(" ")
    const inside = [named(seat.name), el("small", {}, marks.join(" · ") || say("presence.here"))]
    if (seat.facilitates) return el("li", {}, el("span", { class: `tile ${kind}` }, inside))
    const open = () => this.#choose(chosen ? null : seat.seat)
    return el("li", {}, el("button", { type: "button", class: `tile ${kind}`, "aria-expanded": String(chosen), "data-key": `tile:${seat.seat}`, on: { click: open } }, inside))
  }

  #person({ seat, name, resting, may_offer: mayOffer }) {
    const values = { name: isolated(name) }
    return el(
      "div",
      { class: "desk-card desk-opened" },
      el("p", {}, el("b", {}, named(name))),
      resting && el("p", { class: "muted" }, say("desk.resting.why")),
      el("p", { class: "muted" }, say(this.#offered === seat ? "offer_private.made" : mayOffer ? "offer_private.line" : "offer_private.not", values)),
      mayOffer && this.#offered !== seat && button(say("offer_private.do"), () => this.#offer(seat)),
    )
  }

  #choose(seat) {
    this.#chosen = seat
    this.update()
  }

  async #offer(seat) {
    const { ok } = await this.#circle.ask("private_offer", { seat })
    if (ok) this.#offered = seat
    this.update()
  }
}
