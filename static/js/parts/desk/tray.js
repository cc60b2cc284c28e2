import { age, isolated, say } from "../../models/words.js"
import { button, el, redraw } from "../dom.js"

const ANSWERS = { pause: "tray.pause_now", end_of_turn: "tray.end_of_turn", seen: "tray.seen" }

// What somebody would like, oldest first, so that nothing jumps under a finger.
export class Tray {
  #element
  #circle
  #signals = []

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update({ desk }) {
    const added = desk.signals.find(({ id }) => !this.#signals.some((known) => known.id === id))
    this.#signals = desk.signals
    redraw(this.#element, [desk.signals, desk.replies], () => [
      el("h2", {}, say("tray.name")),
      !desk.signals.length && !desk.replies.length && el("p", { class: "muted" }, say("tray.empty")),
      ...desk.signals.map((signal) => this.#signal(signal)),
      ...desk.replies.map((reply) => this.#reply(reply)),
    ])
    if (added) this.#circle.announcer.say(say(`tray.${added.kind}`))
    this.tick()
  }

  tick() {
    const now = this.#circle.clock.now()
    for (const place of this.#element.querySelectorAll("[data-at]")) {
      const text = age(now - Number(place.dataset.at))
      if (place.textContent !== text) place.textContent = text
    }
  }

  #signal({ id, kind, at }) {
    const answer = (how) => button(say(ANSWERS[how]), () => this.#circle.ask("answer_signal", { signal: id, how }), { "data-key": `${id}:${how}` })
    return el(
      "div",
      { class: "desk-card signal" },
      el("p", {}, el("b", {}, say(`tray.${kind}`)), " · ", el("span", { "data-at": at })),
      el("div", { class: "actions" }, answer("pause"), answer("end_of_turn"), answer("seen")),
    )
  }

  #reply({ name, text, level }) {
    return el(
      "div",
      { class: "desk-card" },
      el("p", { class: "muted" }, `${say("after.reply_from", { name: isolated(name) })} · ${say(`level.${level}`)}`),
      el("p", { class: "reply-words", dir: "auto" }, text),
    )
  }
}
