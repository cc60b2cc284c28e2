import { NOTHING_NOTICED, noticed, nudgeOf, pressedOwn, putAway } from "../../models/nudges.js"
import { Shelf } from "../../models/shelf.js"
import { say } from "../../models/words.js"
import { el, quiet, redraw } from "../dom.js"

const hidden = new Shelf("no-hints", false)

// At most one thought for whoever holds the room. It comes softly, goes by itself, and can be hidden for good.
export class Hint {
  #element
  #circle
  #memory = NOTHING_NOTICED
  #view = null
  #pressed = 0

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update(view) {
    this.#view = view
    const { ownHint } = view.local
    if (ownHint && ownHint.at !== this.#pressed) {
      this.#pressed = ownHint.at
      this.#memory = pressedOwn(this.#memory, ownHint.name, this.#now())
    }
    this.tick()
  }

  tick() {
    if (!this.#view) return
    this.#memory = noticed(this.#memory, this.#view, this.#now(), this.#minute())
    const nudge = hintsHidden(this.#view.local) ? null : nudgeOf(this.#memory, this.#view, this.#now(), this.#minute())
    redraw(this.#element, nudge, () => nudge && this.#card(nudge))
  }

  #card(nudge) {
    return el(
      "div",
      { class: "hint", role: "note", "aria-label": say("hint.name") },
      el("p", {}, say(nudge.code)),
      el("div", { class: "actions" }, quiet(say("hint.thanks"), () => this.#put(nudge)), quiet(say("me.hints_off"), () => hideHints(this.#circle, true))),
    )
  }

  #put(nudge) {
    this.#memory = putAway(this.#memory, nudge)
    this.tick()
  }

  #now() {
    return this.#circle.clock.now()
  }

  #minute() {
    return this.#circle.settings.minute
  }
}

export function hintsHidden(local) {
  return local.noHints ?? hidden.read()
}

export function hideHints(circle, hide) {
  hidden.write(hide)
  circle.change({ noHints: hide })
}
