import { say } from "../models/words.js"
import { button, el, told } from "./dom.js"

const ROOM = ["yes", "little", "just_me"]

// What Look after myself holds besides the first things: what reaches me, and what may rest.
export class CareMore {
  #circle

  constructor(circle) {
    this.#circle = circle
  }

  picture({ you, local }) {
    return [local.headsUp, local.lighter, local.room, you?.private_offers, you?.spoken]
  }

  today() {
    return button(say("care.pulled_in"), () => this.#circle.change({ sheet: "pulled" }))
  }

  screen() {
    return button(say("sound.title"), () => this.#circle.change({ sheet: "sounds" }))
  }

  reaches(view) {
    return el(
      "section",
      {},
      el("h3", {}, say("care.reaches_me")),
      el("div", { class: "actions" }, this.#toggles(view)),
      el("p", { id: "room-today" }, say("care.room_today")),
      el("div", { class: "three", role: "group", "aria-labelledby": "room-today" }, ROOM.map((room) => this.#room(room, view.local.room))),
      told(say("care.room_today.line")),
    )
  }

  words({ you }) {
    return [
      ...(you.spoken ?? []).map((turn) => button(say("care.let_rest"), () => this.#done("done.let_rest", "let_rest", { turn }), { "data-key": `rest:${turn}` })),
      ...you.shares
        .filter(({ level }) => level === "ideas")
        .map(({ id }) => button(say("care.no_ideas"), () => this.#done("done.no_ideas", "set_reply_level", { level: "reflection", share: id }), { "data-key": `ideas:${id}` })),
    ]
  }

  // The page comes again in that language; the place in the circle stays.
  languages() {
    const links = this.#circle.content.languages.map(([code, lang, name, chosen]) =>
      el("a", { class: "button button-quiet", href: `?language=${code}`, lang, hreflang: lang, "aria-current": chosen && "true" }, name),
    )
    return el("nav", { class: "actions", "aria-label": say("care.language") }, links)
  }

  #toggles({ you, local }) {
    const offers = you?.private_offers !== false
    return [
      pressed("care.heads_up", local.headsUp, () => this.#headsUp(!local.headsUp)),
      pressed("care.lighter", local.lighter, () => this.#circle.keepLighter(!local.lighter)),
      !you?.facilitates && pressed("care.no_offers", !offers, () => this.#offers(offers)),
    ]
  }

  #room(room, chosen) {
    return button(say(`care.room.${room}`), () => this.#setRoom(room), { "aria-pressed": String(room === chosen), "data-key": `room:${room}` })
  }

  #setRoom(room) {
    this.#circle.display({ room })
    if (room === "just_me") this.#circle.note("done.just_me")
  }

  #headsUp(headsUp) {
    this.#circle.display({ headsUp })
    if (headsUp) this.#circle.note("done.heads_up")
  }

  #offers(none) {
    this.#circle.note(none ? "done.no_offers" : "done.offers")
    this.#circle.ask("no_private_offers", { on: none })
  }

  #done(note, command, fields) {
    this.#circle.change({ sheet: null })
    this.#circle.noteInSight(note)
    this.#circle.ask(command, fields)
  }
}

function pressed(code, on, act) {
  return button(say(code), act, { "aria-pressed": String(Boolean(on)), "data-key": code })
}
