import { arranged, needsOf } from "../../models/tray.js"
import { age, say } from "../../models/words.js"
import { el, redraw } from "../dom.js"
import { LineCard } from "./line_card.js"
import { drawRing } from "./pause_ring.js"
import { SignalCard, titleOf } from "./signal_card.js"

// A hand that moved over the cards so lately may be about to press.
const HAND = 2500

// What somebody would like, oldest first. Each card is its own place, so that what comes beside it moves no finger.
export class Tray {
  #element
  #circle
  #list
  #cards = null
  #drawn = new Map()
  #moved = -Infinity
  #view = null

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
    this.#list = el("ul", { class: "list-plain tray-list" })
    element.className = "tray"
    element.append(el("h2", { tabindex: "-1" }, say("tray.name")), el("p", { class: "muted", hidden: true }, say("tray.empty")), this.#list)
    this.#list.addEventListener("pointermove", () => (this.#moved = this.#now()))
  }

  update(view) {
    const first = this.#view === null
    this.#view = view
    const before = this.#cards ?? []
    this.#cards = arranged(before, needsOf(view), this.#now(), { first, touched: this.#now() - this.#moved < HAND })
    for (const { key, need } of this.#cards) {
      if (!before.some((card) => card.key === key)) this.#circle.announcer.say(titleOf(need))
    }
    this.#draw()
  }

  tick() {
    if (this.#view) this.update(this.#view)
  }

  #draw() {
    this.#element.querySelector("p").hidden = this.#cards.length > 0
    for (const [key, { element }] of this.#drawn) {
      if (this.#cards.some((card) => card.key === key)) continue
      element.remove()
      this.#drawn.delete(key)
    }
    for (const card of this.#cards) this.#drawCard(card)
  }

  #drawCard({ key, need, since, gone }) {
    let drawn = this.#drawn.get(key)
    if (!drawn) this.#drawn.set(key, (drawn = this.#made(key, need)))
    if (gone !== null) return leave(drawn.element)
    drawn.element.style.minBlockSize = ""
    drawn.card.update(need, this.#view)
    tellAge(drawn.element, since, this.#now())
    drawRing(drawn.element, need, this.#view.room, this.#now(), this.#circle.settings.minute)
  }

  #made(key, need) {
    const element = el("li", { class: "desk-card" })
    this.#list.append(element)
    const putAway = () => this.#circle.change({ putAway: [...(this.#view.local.putAway ?? []), key] })
    const Card = need.kind === "line" ? LineCard : SignalCard
    return { element, card: new Card(element, this.#circle, putAway) }
  }

  #now() {
    return this.#circle.clock.now()
  }
}

// Its place stays as large as it was, without anything to press.
function leave(element) {
  if (!element.style.minBlockSize) element.style.minBlockSize = `${element.getBoundingClientRect().height}px`
  redraw(element, "gone", () => el("p", { class: "muted" }, say("tray.settled")))
}

function tellAge(element, since, now) {
  const place = element.querySelector(".age")
  const text = since === null ? "" : age(now - since)
  if (place && place.textContent !== text) place.textContent = text
}
