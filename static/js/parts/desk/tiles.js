import { say } from "../../models/words.js"
import { el, named, redraw } from "../dom.js"

const IN_THE_ROOM = new Set(["here", "reconnecting", "out"])

// Everyone alike: a name, whether they are here, and one mark that means "don't invite now".
export class Tiles {
  #element

  constructor(element) {
    this.#element = element
  }

  update({ room, desk }) {
    const seats = desk.seats.filter(({ presence }) => IN_THE_ROOM.has(presence))
    redraw(this.#element, [seats, room.space?.seat], () => [
      el("h2", {}, say("desk.people")),
      el("ul", { class: "tiles" }, seats.map((seat) => tile(seat, room.space?.seat === seat.seat))),
    ])
  }
}

function tile(seat, space) {
  const marks = [
    space && say("desk.has_space"),
    seat.presence !== "here" && say(`presence.${seat.presence}`),
    seat.resting && !space && say("desk.resting"),
    seat.facilitates && say("ring.facilitates"),
    seat.companion && say("ring.companion"),
  ].filter(Boolean)
  const kind = [space && "has-space", seat.presence !== "here" && "away"].filter(Boolean).join(" ")
  return el("li", { class: kind || null }, named(seat.name), el("small", {}, marks.join(" · ") || say("presence.here")))
}
