import { say } from "../../models/texts.js"
import { button, el, primary, quiet, redraw, told } from "../dom.js"

// There's space for you, if you'd like it. Four answers, and none of them has to be given.
export class Offer {
  element = el("div", { class: "question" })
  #circle
  #choosing = false
  #view

  constructor(circle) {
    this.#circle = circle
  }

  update(view = this.#view) {
    this.#view = view
    const { room, you } = view
    redraw(this.element, [you.turn?.id, this.#choosing], () => [
      this.#choosing ? el("h3", {}, say("offer.how")) : told(say("offer.text")),
      el("div", { class: "actions" }, this.#choosing ? this.#ways(you.turn) : this.#answers(room, you.turn)),
    ])
  }

  #answers(room, turn) {
    const round = room.round.index
    return [
      primary(say("offer.take"), () => this.#take(turn)),
      button(say("bar.pass"), () => this.#ask("done.passed", "pass", { round })),
      button(say("care.later"), () => this.#ask("done.later", "later", { round })),
      button(say("offer.moment"), () => this.#ask("done.moment", "need_moment", { turn: turn.id })),
    ]
  }

  #ways(turn) {
    return [
      button(say("offer.write"), () => this.#begin(turn, "write")),
      button(say("offer.speak"), () => this.#begin(turn, "speak")),
      button(say("offer.quiet"), () => this.#begin(turn, "quiet")),
      quiet(say("offer.back"), () => this.#choose(false)),
    ]
  }

  #take(turn) {
    const how = { written: "write", spoken: "speak" }[this.#circle.settings.medium]
    if (how) this.#begin(turn, how)
    else this.#choose(true)
  }

  #choose(choosing) {
    this.#choosing = choosing
    this.update()
    this.element.querySelector("button").focus({ preventScroll: true })
  }

  #begin(turn, how) {
    this.#circle.ask("take_turn", { turn: turn.id, how })
  }

  #ask(note, command, fields) {
    this.#circle.note(note)
    this.#circle.ask(command, fields)
  }
}
