import { OWN } from "../../models/nudges.js"
import { say } from "../../models/words.js"
import { button, el, redraw } from "../dom.js"
import { hideHints, hintsHidden } from "./hint.js"

// The facilitator is a person too: reminders they ask for, something steady, a turn of their own.
export class Me {
  #element
  #circle

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update({ you, local }) {
    const open = this.#element.querySelector("details")?.open ?? false
    const hints = !hintsHidden(local)
    redraw(this.#element, [you.takes_turns, hints], () =>
      el(
        "details",
        { open, class: "me" },
        el("summary", {}, say("me.title")),
        el(
          "div",
          { class: "stack-tight" },
          el("p", { class: "muted", id: "reminders" }, say("me.reminders")),
          el("div", { class: "actions", role: "group", "aria-labelledby": "reminders" }, OWN.map((name) => button(say(`own.${name}`), () => this.#remind(name)))),
          el(
            "div",
            { class: "actions" },
            button(say("me.back_to_me"), () => this.#circle.change({ backToMe: true, sheet: null })),
            button(say(you.takes_turns ? "desk.take_no_part" : "desk.take_part"), () => this.#circle.ask("take_part", { takes_turns: !you.takes_turns })),
            button(say(hints ? "me.hints_off" : "me.hints_on"), () => hideHints(this.#circle, hints)),
          ),
        ),
      ),
    )
  }

  #remind(name) {
    if (hintsHidden(this.#circle.store.local)) hideHints(this.#circle, false)
    this.#circle.change({ ownHint: { name, at: this.#circle.clock.now() } })
    this.#circle.announcer.say(say(`nudge.${name}`))
  }
}
