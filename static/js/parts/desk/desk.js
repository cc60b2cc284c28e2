import { el } from "../dom.js"
import { Door } from "./door.js"
import { Facts } from "./facts.js"
import { Frame } from "./frame.js"
import { NextStep } from "./next_step.js"
import { Safety } from "./safety.js"
import { Tiles } from "./tiles.js"
import { Tools } from "./tools.js"
import { Tray } from "./tray.js"
import { TurnCard } from "./turn_card.js"

// What the facilitator's column holds, from what is needed now to what is rarely needed.
export class Desk {
  #parts

  constructor(element, circle) {
    this.#parts = [Facts, NextStep, Tools, Tray, TurnCard, Tiles, Frame, Door, Safety].map((Part) => {
      const place = el("section")
      element.append(place)
      return new Part(place, circle)
    })
  }

  update(view) {
    for (const part of this.#parts) part.update(view)
  }

  tick() {
    for (const part of this.#parts) part.tick?.()
  }
}
