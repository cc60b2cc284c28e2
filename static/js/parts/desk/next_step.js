import { about, filled, isolated, knows, numberWord, say } from "../../models/words.js"
import { button, el, primary, redraw } from "../dom.js"

const PLAIN = { begin: "desk.begin", resume_room: "desk.resume", end_circle: "desk.end" }

// The line that goes with what comes next, where there is one to say.
const SCRIPTS = {
  "desk.begin": "script.opening",
  "desk.resume": "script.resume",
  "desk.introduce.arrival": "script.settling",
  "desk.introduce.check_in": "script.check_in",
  "desk.introduce.micro_sharing": "script.sharing",
  "desk.introduce.silence": "script.silence",
  "desk.introduce.reflection": "script.reflection",
  "desk.introduce.closing": "script.closing_no_next",
  "desk.move_on.arrival.settling": "script.agreements",
  "desk.move_on.arrival.agreements": "script.ready",
  "desk.move_on.arrival.practice": "script.ready",
  "desk.move_on.check_in.choosing": "script.reveal",
  "desk.move_on.micro_sharing.turns": "script.last_space",
  "desk.move_on.silence.quiet": "script.landing",
  "desk.move_on.closing.release": "script.goodbye",
}

// One next step as the single primary button, with a line that could be said.
export class NextStep {
  #element
  #circle

  constructor(element, circle) {
    this.#element = element
    this.#element.className = "desk-next"
    this.#circle = circle
  }

  update({ room, you, desk }) {
    const { primary: next, few, gathering, capacity } = desk
    const picture = [next, few, gathering, capacity, you.name, desk.handing_to === you.seat, room.round?.kind, room.agenda, room.holding]
    redraw(this.#element, picture, () => [
      el("h2", {}, say("desk.next")),
      desk.handing_to === you.seat && this.#accept(room),
      gathering && el("p", {}, say(`desk.gathering.${gathering}`)),
      capacity && el("p", {}, say("capacity.short", { seats: numberWord(capacity.seats), needs: about(capacity.needs), has: about(capacity.has) })),
      next ? this.#step(next, room, you, few) : el("p", {}, say("desk.nothing_next")),
    ])
  }

  #step(next, room, you, few) {
    const code = nextCode(next, room)
    const script = this.#script(code, you)
    if (next.do === "begin" && few)
      return [
        el("p", {}, say("desk.begin_few.ask")),
        button(say("desk.begin_with_few"), () => this.#circle.ask("begin", { with_few: true })),
      ]
    return [
      script && el("p", { class: "script" }, script),
      primary(say(code), () => this.#circle.ask(next.do, fieldsOf(next))),
    ]
  }

  #script(code, you) {
    const script = this.#circle.content.script(SCRIPTS[code])
    return script && filled(script, { name: isolated(you.name) })
  }

  #accept(room) {
    return el(
      "div",
      { class: "desk-card signal" },
      el("p", {}, say("desk.accept_lead.line", { name: isolated(room.holding ?? "") })),
      button(say("desk.accept_lead"), () => this.#circle.ask("accept_lead")),
    )
  }
}

function nextCode(next, room) {
  if (next.do === "introduce_round") return `desk.introduce.${room.agenda[next.index].kind}`
  if (next.do !== "move_on") return PLAIN[next.do]
  const code = `desk.move_on.${room.round?.kind}.${next.step}`
  return knows(code) ? code : "desk.move_on"
}

function fieldsOf({ do: _, ...fields }) {
  return fields
}
