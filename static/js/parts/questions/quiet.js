import { chooseWay, ownWays } from "../../models/own_ways.js"
import { say } from "../../models/words.js"
import { button, el, quiet, redraw, told } from "../dom.js"
import { wear } from "../wear.js"
import { keeperOf } from "../quiet/keeper.js"
import { Pacer } from "../quiet/pacer.js"
import { Tones } from "../quiet/tones.js"
import { Water } from "../quiet/water.js"

wear("quiet")

const BREATH = "silence.slow_circle"
const WATER = "silence.water"

// Where attention may rest: eight invitations, or nothing in particular. Chosen here and told to nobody.
function invitations(circle, chosen) {
  const choose = ({ target }) => {
    chooseWay({ anchor: target.value || null })
    circle.change({ anchor: target.value || null })
  }
  return el(
    "fieldset",
    { on: { change: choose } },
    el("legend", {}, say("quiet.choose")),
    told(say("quiet.choose_line")),
    el(
      "div",
      { class: "choices choices-two" },
      [["", say("anchor.nothing")], ...circle.content.silence].map(([code, name]) =>
        el("label", { class: "choice" }, el("input", { type: "radio", name: "anchor", value: code, checked: (chosen ?? "") === code }), name),
      ),
    ),
  )
}

// Sounds, and a word about the time: each is off until somebody switches it on.
class Around {
  element = el("details", { class: "around" })
  #keeper
  #place = el("div", { class: "stack-tight" })

  constructor(circle) {
    this.#keeper = keeperOf(circle)
    this.element.append(el("summary", {}, say("sound.title")), this.#place)
    this.#draw()
  }

  #draw() {
    const { tones, minute } = ownWays()
    redraw(this.#place, [tones, minute], () => [
      told(say(Tones.able ? "sound.line" : "sound.none")),
      el(
        "div",
        { class: "actions" },
        Tones.able && this.#toggle("sound.tones", tones, (on) => this.#keeper.switchTones(on)),
        tones && quiet(say("sound.hear"), () => this.#keeper.tones.begins()),
        this.#toggle("sound.minute", minute, (on) => this.#keeper.tellMinute(on)),
      ),
    ])
  }

  #toggle(code, on, set) {
    const press = () => {
      set(!on)
      this.#draw()
    }
    return button(say(code), press, { "aria-pressed": String(on) })
  }
}

// Before the quiet: what I would like to rest on, and how it will be for me.
class SilenceChoice {
  element
  #circle
  #said = el("p", { class: "quiet-note" })

  constructor(circle, { local }) {
    this.#circle = circle
    this.element = el("form", { class: "question" }, invitations(circle, local.anchor), this.#said, new Around(circle).element)
  }

  update({ local }) {
    const words = this.#circle.content.invitation(local.anchor)?.[2] ?? say("anchor.company")
    if (this.#said.textContent !== words) this.#said.textContent = words
  }
}

// In the quiet: what I chose to rest on, and nothing else.
class Quiet {
  element = el("div", { class: "question quiet" })
  #circle
  #said = el("div", { class: "stack-tight" })
  #pacer
  #water

  constructor(circle, { local }) {
    this.#circle = circle
    this.#pacer = new Pacer(circle.clock)
    this.#water = new Water(circle.clock)
    const change = el("details", {}, el("summary", {}, say("anchor.change")), invitations(circle, local.anchor))
    this.element.append(this.#said, el("div", {}, change, new Around(circle).element))
  }

  update({ local }) {
    const { anchor } = local
    redraw(this.#said, [anchor], () => [
      anchor === WATER && this.#water.element,
      el("p", { class: "quiet-note" }, this.#circle.content.invitation(anchor)?.[2] ?? say("anchor.company")),
      anchor === BREATH && this.#pacer.element,
    ])
    for (const one of this.element.querySelectorAll("[name=anchor]")) one.checked = one.value === (anchor ?? "")
    const less = local.motion === "less"
    this.#pacer.run({ wanted: anchor === BREATH, less })
    this.#water.run({ wanted: anchor === WATER, less })
  }
}

export default { quiet: Quiet, silence_choice: SilenceChoice }
