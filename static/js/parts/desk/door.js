import { say } from "../../models/words.js"
import { button, el, named, redraw } from "../dom.js"

// Who waits at the door, and whether it is open to people who were not here yet.
export class Door {
  #element
  #circle

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update({ room, desk }) {
    const atDoor = desk.seats.filter(({ presence }) => presence === "door")
    redraw(this.#element, [atDoor, room.door_locked], () => [
      el(
        "div",
        { class: "row door-head" },
        el("p", {}, el("b", {}, say("waiting.title")), " ", !atDoor.length && el("span", { class: "muted" }, say("waiting.nobody"))),
        button(say(room.door_locked ? "desk.unlock" : "desk.lock"), () => this.#circle.ask("lock_door", { locked: !room.door_locked })),
      ),
      atDoor.length > 0 && el("ul", { class: "list-plain" }, atDoor.map((seat) => this.#waiting(seat))),
    ])
  }

  #waiting({ name }) {
    return el("li", {}, named(name), " ", el("span", { class: "muted" }, say("waiting.soon")))
  }
}
