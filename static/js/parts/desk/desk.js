import { el } from "../dom.js"
import { Asks } from "./asks.js"
import { BesideStep } from "./beside_step.js"
import { Door } from "./door.js"
import { Facts } from "./facts.js"
import { Frame } from "./frame.js"
import { Hint } from "./hint.js"
import { Me } from "./me.js"
import { NextStep } from "./next_step.js"
import { Practice } from "./practice.js"
import { RoundWords } from "./round_words.js"
import { Safety } from "./safety.js"
import { Team } from "./team.js"
import { Tiles } from "./tiles.js"
import { Tools } from "./tools.js"
import { Tray } from "./tray.js"
import { TurnCard } from "./turn_card.js"

// A finger that stays down longer than this is not about to press.
const HELD_MOST = 1500

// What the facilitator's column holds: the room's next step and what waits, then the people, then what is rarely needed.
const COLUMNS = { "desk-top": [Facts], "desk-now": [NextStep, Tools, BesideStep, Tray, Asks, Hint, Practice], "desk-people": [TurnCard, RoundWords, Tiles, Team, Me, Frame, Door, Safety] }

export class Desk {
  #parts
  #view = null
  #pressing = null

  constructor(element, circle) {
    this.#parts = Object.entries(COLUMNS).flatMap(([name, parts]) => {
      const column = el("div", { class: name })
      element.append(column)
      return parts.map((Part) => {
        const place = el("section")
        column.append(place)
        return new Part(place, circle)
      })
    })
    element.addEventListener("pointerdown", () => this.#press())
    for (const event of ["pointerup", "pointercancel"]) document.addEventListener(event, () => setTimeout(() => this.#release()))
  }

  // Under a finger that is down nothing changes; what came meanwhile is drawn when it is up.
  update(view) {
    this.#view = view
    if (this.#pressing) return
    for (const part of this.#parts) part.update(view)
  }

  tick() {
    if (this.#pressing) return
    for (const part of this.#parts) part.tick?.()
  }

  #press() {
    clearTimeout(this.#pressing)
    this.#pressing = setTimeout(() => this.#release(), HELD_MOST)
  }

  #release() {
    if (!this.#pressing) return
    clearTimeout(this.#pressing)
    this.#pressing = null
    if (this.#view) this.update(this.#view)
  }
}
