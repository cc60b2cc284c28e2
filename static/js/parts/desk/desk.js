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

// The facilitator's column. Nobody else is sent what it shows.
export class Desk {
  #element
  #circle
  #parts = null

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update(view) {
    const shown = Boolean(view.desk)
    this.#element.hidden = !shown
    document.body.classList.toggle("has-desk", shown)
    if (!shown) return
    this.#parts ??= this.#build()
    for (const part of this.#parts) part.update(view)
  }

  tick() {
    if (this.#element.hidden) return
    for (const part of this.#parts ?? []) part.tick?.()
  }

  #build() {
    const parts = [Facts, NextStep, Tools, Tray, TurnCard, Tiles, Frame, Door, Safety].map((Part) => {
      const place = el("section")
      this.#element.append(place)
      return new Part(place, this.#circle)
    })
    return parts
  }
}
