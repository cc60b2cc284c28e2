import { say } from "../models/words.js"
import { button, el, named, redraw } from "./dom.js"

// Words that reached this seat, and the words that people showed together; one’s own stand apart (own_shares.js).
export class Shares {
  #element
  #circle

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update({ room, you, local }) {
    const names = new Map(room.roster.map(({ seat, name }) => [seat, name]))
    const together = (room.round?.words ?? []).filter(([seat]) => names.has(seat))
    const mine = [local.headsUp, local.opened, local.flagged, Boolean(this.#circle.flags)]
    const others = room.shares.filter(({ id }) => !you.shares.some((own) => own.id === id))
    redraw(this.#element, [others, together, [...names], mine, this.#circle.content.lessons], () => [
      together.length > 0 && this.#together(together, names, room.round),
      ...[...others].reverse().map((share) => this.#card(share, local)),
      !you.facilitates && this.#circle.flags?.control(others.filter((share) => isOpen(share, local)).map(({ id, name }) => ({ share: id, reply: null, name }))),
    ])
  }

  #together(together, names, round) {
    return el(
      "ul",
      { class: "shown", "aria-label": say(`shown.${round.words_step ?? "choosing"}`) },
      together.map(([seat, word]) => el("li", {}, el("b", {}, el("bdi", {}, this.#circle.content.text(word))), el("span", {}, named(names.get(seat))))),
    )
  }

  #card(share, local) {
    const { id, name, covered } = share
    const words = covered ? setAside() : isOpen(share, local) ? open(share) : this.#waiting(id)
    return el("article", { class: "share" }, el("p", { class: "share-name" }, named(name)), words)
  }

  // Who asked for a heads-up first opens such words, or leaves them.
  #waiting(id) {
    const { opened } = this.#circle.store.local
    return [el("p", { class: "share-aside" }, say("share.waits")), button(say("share.open"), () => this.#circle.mark({ opened: [...opened, id] }), { "data-key": `open:${id}` })]
  }
}

function isOpen({ id, heads_up: headsUp, covered }, local) {
  return !covered && !(headsUp && local.headsUp && !local.opened.includes(id))
}

function open({ text, heads_up: headsUp }) {
  return [headsUp && el("p", { class: "share-aside" }, say("share.heads_up")), el("p", { class: "share-text", dir: "auto" }, text)]
}

function setAside() {
  return el("p", { class: "share-aside" }, say("share.covered"))
}
