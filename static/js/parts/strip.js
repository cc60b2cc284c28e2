import { clockTime, say } from "../models/words.js"
import { el, redraw } from "./dom.js"

// The agenda as a promise: where we are, what comes, when we end.
export class Strip {
  #element

  constructor(element) {
    this.#element = element
  }

  update({ room }) {
    const soon = room.agenda.findIndex(({ state }) => state === "next")
    const picture = [room.agenda, room.ends_at, room.phase === "doors_open" && room.starts_at]
    redraw(this.#element, picture, () => [
      el("ol", {}, room.agenda.map((round, index) => item(round, index === soon))),
      el("span", { class: "until" }, [picture[2] && say("strip.begins", { time: clockTime(picture[2]) }), say("strip.ends", { time: clockTime(room.ends_at) })].filter(Boolean).join(" ")),
    ])
  }
}

function item({ kind, state }, soon) {
  const name = say(`kind.${kind}`)
  return el(
    "li",
    { class: soon ? `${state} soon` : state, "aria-current": state === "now" ? "step" : null },
    name,
    state !== "next" && el("span", { class: "visually-hidden" }, ` (${say(`strip.${state}`)})`),
  )
}

// One line over the room: the connection, or an ending that was told.
export class Banner {
  #element
  #announcer

  constructor(element, announcer) {
    this.#element = element
    this.#announcer = announcer
  }

  update({ room, local }) {
    const code = this.#code(room, local)
    const text = code ? say(code, { time: room ? clockTime(room.ends_at) : "" }) : ""
    this.#element.hidden = !code
    if (this.#element.textContent === text) return
    this.#element.textContent = text
    this.#announcer.say(text)
  }

  #code(room, local) {
    if (local.over || local.elsewhere) return null
    if (local.lost && room) return "connection.dropped"
    return room?.foretold ? `foretold.${room.foretold}` : null
  }
}
