import { about, say } from "../../models/words.js"
import { button, el, redraw } from "../dom.js"
import { Timed } from "./timed.js"

// Before that many minutes nobody needs to think of the end.
const NEAR_THE_END = 15

const RESULTS = new Set(["depth_raised", "depth_kept"])

// What the room may be asked between its rounds: a little deeper, a little longer. Its answer names nobody.
export class Asks extends Timed {
  draw({ room, desk }) {
    const length = room.proposal ? about(room.proposal.until - this.circle.clock.now()) : null
    const result = !room.round?.step && RESULTS.has(room.line?.code) && `line.${room.line.code}`
    const soon = room.ends_at - this.circle.clock.now() < NEAR_THE_END * this.circle.settings.minute
    redraw(this.element, [length, result, desk.deeper, desk.stay_on, soon, Boolean(room.after)], () => [
      length !== null ? this.#asked(length) : (result && el("p", { class: "muted" }, say(result))) || (desk.deeper && this.#deeper(desk.deeper)),
      this.#stay(soon && !room.after ? desk.stay_on : null),
    ])
  }

  #deeper({ round, depth }) {
    return el(
      "div",
      { class: "stack-tight" },
      button(say("ask_deeper.ask"), () => this.circle.ask("propose_depth", { round, depth })),
      el("p", { class: "muted small" }, say("ask_deeper.line")),
    )
  }

  #asked(length) {
    return el("div", { class: "desk-card" }, el("p", {}, say("ask_deeper.asked", { length })), el("p", { class: "muted" }, say("ask_deeper.line")))
  }

  #stay(stayOn) {
    if (stayOn === "announced") return el("p", { class: "muted" }, say("stay.announced"))
    if (stayOn !== "possible") return null
    return el(
      "div",
      { class: "stack-tight" },
      button(say("stay.announce"), () => this.circle.ask("announce_stay_on")),
      el("p", { class: "muted small" }, say("stay.announce.line")),
    )
  }
}
