import { about, bare, clockTime, digits, left, say } from "../../models/words.js"
import { el, redraw } from "../dom.js"
import { Timed } from "./timed.js"

const MINUTE = 60_000

// Where we are, at a glance: this step's time, what is to spare, and the end that was promised.
export class Facts extends Timed {
  draw({ room, desk, local }) {
    const now = this.circle.clock.now()
    const remains = left(desk.step_timer, now)
    const step = remains !== null && say("desk.step_time", { length: local.digits ? digits(remains) : about(remains) })
    const facts = [step, ...(room.after ? [say("stop.until", { time: clockTime(room.after.until) })] : promised(room, desk, now))].filter(Boolean)
    redraw(this.element, facts, () => el("p", { class: "desk-facts" }, facts.map((fact) => el("span", {}, bare(fact)))))
  }
}

function promised(room, desk, now) {
  return [slack(desk.closing_at, now), say("facts.ends", { time: clockTime(room.ends_at) })]
}

function slack(closingAt, now) {
  if (!closingAt) return null
  const spare = closingAt - now
  return spare >= MINUTE ? say("slack.spare", { length: about(spare) }) : say("slack.protected")
}
