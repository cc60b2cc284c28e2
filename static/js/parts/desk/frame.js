import { about, clockTime, digits, left } from "../../models/time_words.js"
import { knows, say } from "../../models/texts.js"
import { button, el, quiet, redraw } from "../dom.js"

const MINUTE = 60_000
const PROTECTED = new Set(["farewell", "leaving"])

// Time and agenda: what is left, what could be longer, shorter, lighter or left for another day.
export class Frame {
  #element
  #circle
  #timer = null
  #digits = false

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update({ room, you, desk, local }) {
    this.#timer = desk.step_timer
    this.#digits = local.digits
    const slack = slackWords(desk.closing_at === null ? null : desk.closing_at - this.#circle.clock.now())
    const open = this.#element.querySelector("details")?.open ?? false
    const picture = [slack, room.ends_at, room.round && [room.round.index, room.round.step, room.round.depth, room.round.kind], Boolean(desk.step_timer), room.agenda, you.takes_turns]
    redraw(this.#element, picture, () => [
      el("h2", {}, say("frame.title")),
      el(
        "p",
        { class: "desk-facts" },
        desk.step_timer && el("span", {}, stepName(room), ": ", el("span", { class: "step-time" })),
        el("span", {}, slack),
        el("span", {}, say("strip.ends", { time: clockTime(room.ends_at) })),
      ),
      el("details", { open }, el("summary", {}, say("frame.change")), el("div", { class: "stack-tight" }, this.#changes(room, you, desk))),
    ])
    this.tick()
  }

  tick() {
    const place = this.#element.querySelector(".step-time")
    if (!place || !this.#timer) return
    const remains = left(this.#timer, this.#circle.clock.now())
    const text = this.#digits ? digits(remains) : about(remains)
    if (place.textContent !== text) place.textContent = text
  }

  #changes(room, you, desk) {
    const { minute } = this.#circle.settings
    const { round } = room
    const here = round && { round: round.index, step: round.step }
    const next = room.agenda.findIndex(({ state }) => state === "next")
    const stretch = desk.step_timer && round?.step && !PROTECTED.has(round.step)
    return [
      el(
        "div",
        { class: "actions" },
        stretch && button(say("desk.extend"), () => this.#circle.ask("extend_step", { ...here, by: minute })),
        stretch && round.step !== "quiet" && button(say("desk.trim"), () => this.#circle.ask("trim_step", { ...here, by: minute })),
        round?.depth > 1 && button(say("desk.lower_depth"), () => this.#circle.ask("lower_depth", { round: round.index, depth: round.depth - 1 })),
      ),
      next >= 0 && room.agenda[next].kind !== "closing" && quiet(say("frame.set_aside", { round: say(`kind.${room.agenda[next].kind}`) }), () => this.#circle.ask("set_aside_round", { index: next })),
      button(say(you.takes_turns ? "desk.take_no_part" : "desk.take_part"), () => this.#circle.ask("take_part", { takes_turns: !you.takes_turns })),
      round?.kind === "arrival" && this.#newAgreement(),
    ]
  }

  #newAgreement() {
    const field = el("input", { id: "new-agreement", maxlength: 200, autocomplete: "off" })
    const add = (event) => {
      event.preventDefault()
      if (field.value.trim()) this.#circle.ask("add_agreement", { text: field.value.trim() })
    }
    return el("form", { class: "field", on: { submit: add } }, el("label", { for: "new-agreement" }, say("desk.add_agreement")), field, el("button", {}, say("frame.add_agreement")))
  }
}

function stepName({ round }) {
  const code = `stepname.${round?.step}`
  return knows(code) ? say(code) : say(`kind.${round?.kind}`)
}

function slackWords(slack) {
  if (slack === null) return ""
  return slack >= MINUTE ? say("slack.spare", { length: about(slack) }) : say("slack.protected")
}
