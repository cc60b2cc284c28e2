import { ownWays } from "../../models/own_ways.js"
import { draftOf } from "../../models/shelf.js"
import { isolated, say } from "../../models/words.js"
import { button, el, quiet, redraw, told } from "../dom.js"

// What is mine, what can I set down: two fields for me alone.
export class Release {
  element
  #circle
  #mine
  #down

  constructor(circle) {
    this.#circle = circle
    this.#mine = this.#field("mine")
    this.#down = this.#field("down")
    this.element = el(
      "div",
      { class: "question" },
      el("div", { class: "two-fields" }, this.#mine.place, this.#down.place),
      told(say("release.line")),
      el("div", { class: "actions" }, button(say("release.set_down"), () => this.#setDown())),
    )
  }

  #field(name) {
    const draft = draftOf(this.#circle.settings.id, `release:${name}`)
    const words = el("textarea", { id: `release-${name}`, rows: 3, dir: "auto", on: { input: () => draft.write(words.value) } })
    words.value = draft.read()
    return { draft, words, place: el("div", { class: "field" }, el("label", { for: `release-${name}` }, say(`release.${name}`)), words) }
  }

  #setDown() {
    this.#down.words.value = ""
    this.#down.draft.write("")
    this.#circle.note("release.gone")
  }
}

const WAYS = ["more", "same", "less", "skip"]

// How are you leaving? The answer stays in this object; only a pressed button tells anyone anything.
export class Leaving {
  element = el("div", { class: "question" })
  #circle
  #way = null
  #steady = false

  constructor(circle) {
    this.#circle = circle
  }

  update({ you } = this.#circle.store.view) {
    redraw(this.element, [this.#way, this.#steady, you.may_stay, you.staying], () => [
      el("h3", {}, say("leaving.question")),
      told(say("leaving.line")),
      el("div", { class: "ways" }, WAYS.map((way) => button(say(`leaving.${way}`), () => this.#choose(way), { "aria-pressed": String(this.#way === way) }))),
      this.#way && el("p", {}, say(this.#way === "less" ? "leaving.less_line" : "leaving.thanks")),
      this.#way === "less" && this.#doors(you),
      this.#way === "less" && this.#steady && el("p", { class: "quiet-note" }, this.#steadyWords()),
    ])
  }

  #doors(you) {
    const { staying } = you
    return [
      told(say("parting.only_buttons")),
      el(
        "div",
        { class: "ways" },
        you.may_stay && button(say(staying ? "parting.staying" : "parting.stay"), () => this.#circle.ask("stay", { on: !staying }), { "data-key": "stay", "aria-pressed": String(Boolean(staying)) }),
        button(say("parting.line"), () => this.#circle.openLine()),
        button(say("parting.steady"), () => this.#look(), { "aria-expanded": String(this.#steady) }),
        button(say("care.support"), () => this.#circle.showSupport()),
        quiet(say("care.back_to_me"), () => this.#circle.change({ backToMe: true })),
      ),
    ]
  }

  #steadyWords() {
    const { steady } = ownWays()
    return steady ? say("parting.steady_named", { name: isolated(steady) }) : say("parting.steady_none")
  }

  #look() {
    this.#steady = !this.#steady
    this.update()
  }

  #choose(way) {
    this.#way = way
    // These doors hold staying too: below them it would be there twice.
    this.#circle.change({ leavingDoors: way === "less" })
    this.update()
  }
}
