import { scriptOf } from "../../models/next_step.js"
import { about, clockTime, filled, isolated, numberWord, say } from "../../models/words.js"
import { el, redraw } from "../dom.js"

// Under the next step: what to know before pressing it, and a line that could be said.
export class BesideStep {
  #element
  #circle

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update({ room, you, desk }) {
    const { primary: next, few, gathering, capacity } = desk
    const line = this.#line(next, room, you)
    const alone = next?.do === "begin" && few
    redraw(this.#element, [line, alone, gathering, capacity], () => [
      gathering && el("p", {}, say(`desk.gathering.${gathering}`)),
      capacity && el("p", {}, say("capacity.short", { seats: numberWord(capacity.seats), needs: about(capacity.needs), has: about(capacity.has) })),
      alone && el("p", {}, say("desk.begin_few.ask")),
      line && !alone && [el("p", { class: "muted small" }, say("say.could")), el("p", { class: "script" }, line)],
    ])
  }

  #line(next, room, you) {
    const script = this.#circle.content.script(scriptOf(next, room))
    if (!script) return null
    const until = this.#circle.clock.now() + (room.agenda[next?.index]?.length ?? 0)
    return filled(script, { name: isolated(next ? you.name : (room.space?.name ?? "")), time: clockTime(until) })
  }
}
