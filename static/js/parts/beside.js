import { inQuiet } from "../models/scene.js"
import { isolated, say } from "../models/words.js"
import { button, el, quiet, redraw } from "./dom.js"

// Above the question: somebody reached out to me alone. One note at a time, and never while I have the space;
// a pause is a good moment for it.
// Those who facilitate have theirs in the tray.
export class Beside {
  #element
  #circle

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update(view) {
    const news = this.#may(view) ? this.#news(view) : null
    const drawn = redraw(this.#element, [news], () => news && this.#note(news))
    if (drawn && news) this.#circle.announcer.say(say(`privately.${news.kind}`, { name: isolated(news.name) }))
  }

  #may({ room, you, local }) {
    return !you.facilitates && !inQuiet(room) && room.stop?.kind !== "held" && local.sheet !== "line" && !["offered", "sharing"].includes(you.asked)
  }

  #news({ you, local }) {
    const line = (you.lines ?? []).find(({ unread }) => unread)
    if (line) {
      const last = line.messages.at(-1)?.id
      const key = `${line.with}:${last}`
      return local.declined.includes(key) ? null : { kind: "came", seat: line.with, name: line.name, key }
    }
    const { offer } = you
    if (!offer || local.declined.includes(offer.seat)) return null
    return { kind: "offer", seat: offer.seat, name: offer.name, key: offer.seat }
  }

  #note({ kind, seat, name, key }) {
    const values = { name: isolated(name) }
    return el(
      "div",
      { class: "question beside stack-tight" },
      el("p", {}, say(`privately.${kind}`, values)),
      el(
        "div",
        { class: "actions" },
        button(say(kind === "offer" ? "privately.offer_write" : "privately.read", values), () => this.#circle.openLine(seat), { "data-key": "beside" }),
        quiet(say("privately.later"), () => this.#putAside(key)),
        kind === "offer" && quiet(say("care.no_offers"), () => this.#none(key)),
      ),
    )
  }

  #putAside(key) {
    this.#circle.mark({ declined: [...this.#circle.store.local.declined, key] })
  }

  #none(key) {
    this.#putAside(key)
    this.#circle.note("done.no_offers")
    this.#circle.ask("no_private_offers", { on: true })
  }
}
