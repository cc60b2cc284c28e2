import { chooseWay } from "../../models/own_ways.js"
import { say } from "../../models/words.js"
import { el, redraw, told } from "../dom.js"
import { Pacer } from "../quiet/pacer.js"
import Sounds from "../quiet/sounds.js"
import { Water } from "../quiet/water.js"

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

function around(circle) {
  const sounds = new Sounds(circle)
  const element = el("details", { class: "around" }, el("summary", {}, say(sounds.title)), sounds.element)
  return { element, update: () => sounds.update() }
}

// Before the quiet: what I would like to rest on, and how it will be for me.
class SilenceChoice {
  element
  #circle
  #said = el("p", { class: "quiet-note" })
  #around

  constructor(circle, { local }) {
    this.#circle = circle
    this.#around = around(circle)
    this.element = el("form", { class: "question" }, invitations(circle, local.anchor), this.#said, this.#around.element)
  }

  update({ local }) {
    const words = this.#circle.content.invitation(local.anchor)?.[2] ?? say("anchor.company")
    if (this.#said.textContent !== words) this.#said.textContent = words
    this.#around.update()
  }
}

// In the quiet: what I chose to rest on, and nothing else.
class Quiet {
  element = el("div", { class: "question quiet" })
  #circle
  #said = el("div", { class: "stack-tight" })
  #around
  #pacer
  #water

  constructor(circle, { local }) {
    this.#circle = circle
    this.#pacer = new Pacer(circle.clock)
    this.#water = new Water(circle.clock)
    const change = el("details", {}, el("summary", {}, say("anchor.change")), invitations(circle, local.anchor))
    this.#around = around(circle)
    this.element.append(this.#said, el("div", {}, change, this.#around.element))
  }

  update({ local }) {
    const { anchor } = local
    redraw(this.#said, [anchor], () => [
      anchor === WATER && this.#water.element,
      anchor === BREATH && this.#pacer.element,
      el("p", { class: "quiet-note" }, this.#circle.content.invitation(anchor)?.[2] ?? say("anchor.company")),
    ])
    for (const one of this.element.querySelectorAll("[name=anchor]")) one.checked = one.value === (anchor ?? "")
    this.#around.update()
    const less = local.motion === "less"
    this.#pacer.run({ wanted: anchor === BREATH, less })
    this.#water.run({ wanted: anchor === WATER, less })
  }
}

export default { quiet: Quiet, silence_choice: SilenceChoice }
