import { say } from "../models/texts.js"
import { el, named, redraw } from "./dom.js"

// Words that reached this seat, and the words that people showed together.
export class Shares {
  #element
  #circle

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update({ room }) {
    const names = new Map(room.roster.map(({ seat, name }) => [seat, name]))
    const together = (room.round?.words ?? []).filter(([seat]) => names.has(seat))
    redraw(this.#element, [room.shares, together, [...names]], () => [
      together.length > 0 && this.#together(together, names, room.round),
      ...[...room.shares].reverse().map(share),
    ])
  }

  #together(together, names, round) {
    return el(
      "ul",
      { class: "shown", "aria-label": say(`shown.${round.words_step ?? "choosing"}`) },
      together.map(([seat, word]) => el("li", {}, el("b", {}, el("bdi", {}, this.#circle.content.text(word))), el("span", {}, named(names.get(seat))))),
    )
  }
}

function share({ name, text }) {
  return el("article", { class: "share" }, el("p", { class: "share-name" }, named(name)), el("p", { class: "share-text", dir: "auto" }, text))
}
