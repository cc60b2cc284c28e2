import { questionOf } from "../models/scene.js"
import { about, say } from "../models/words.js"
import { button, el, quiet, redraw, told } from "./dom.js"
import { Suggesting } from "./suggesting.js"

const AFTER = new Set(["stay_on", "quiet_after"])

// Below the question: what may be chosen besides, and can as well be left.
export class Further {
  #circle
  #stay = el("div")
  #rest = el("div")
  #suggesting
  #until = null

  constructor(element, circle) {
    this.#circle = circle
    this.#suggesting = new Suggesting(circle)
    element.append(this.#suggesting.element, this.#stay, this.#rest)
  }

  update(view) {
    this.#suggesting.update(view)
    this.#staying(view)
    this.#letRest(view)
  }

  tick() {
    if (this.#until !== null) this.update(this.#circle.store.view)
  }

  #staying(view) {
    const { room, you, local } = view
    this.#until = room.after?.until ?? null
    const left = AFTER.has(room.phase) && this.#until ? about(this.#until - this.#circle.clock.now()) : null
    const offeredAbove = local.leavingDoors && questionOf(view) === "leaving"
    const may = you.may_stay && !left && !offeredAbove
    redraw(this.#stay, [may, you.staying, left], () => [
      may && this.#choice(you.staying),
      left && el("div", { class: "stack-tight" }, told(say("stay.left", { length: left })), button(say("care.leave"), () => this.#circle.ask("leave", { with_words: false }))),
    ])
  }

  #choice(staying) {
    return el(
      "div",
      { class: "question stack-tight" },
      el("h3", {}, say(staying ? "stay.staying" : "stay.title")),
      el("div", { class: "actions" }, button(say(staying ? "stay.go" : "stay.do"), () => this.#circle.ask("stay", { on: !staying }), { "data-key": "stay" })),
      !staying && told(say("stay.line")),
    )
  }

  // After a turn of mine that was said aloud, while the round is on.
  #letRest({ room, you }) {
    const turns = room.space?.seat === you.seat ? [] : (you.spoken ?? [])
    redraw(this.#rest, [turns], () => turns.length > 0 && [told(say("let_rest.line")), ...turns.map((turn) => quiet(say("care.let_rest"), () => this.#ask(turn)))])
  }

  #ask(turn) {
    this.#circle.note("done.let_rest")
    this.#circle.ask("let_rest", { turn })
  }
}
