import { clockTime } from "../models/time_words.js"
import { say } from "../models/texts.js"

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
