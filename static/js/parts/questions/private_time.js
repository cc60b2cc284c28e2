import { draftOf } from "../../models/shelf.js"
import { say } from "../../models/words.js"
import { button, el, redraw, told } from "../dom.js"

// Words prepared on this device while waiting; nobody receives anything from here.
class Prepare {
  element

  constructor(circle, { room }) {
    const draft = draftOf(circle.settings.id, room.round.index)
    const field = el("textarea", { id: "prepared", rows: 4, dir: "auto", on: { input: () => draft.write(field.value) } })
    field.value = draft.read()
    this.element = el(
      "div",
      { class: "question" },
      el("ul", { class: "prompts" }, circle.content.prompts(room.round.depth).map(([, text]) => el("li", {}, text))),
      el("label", { for: "prepared" }, say("prepare.label")),
      field,
      told(say("aside.thinking")),
    )
  }
}

// Reflection and the first part of closing: for me alone, on this device alone.
class PrivateTime {
  element

  constructor(circle, { room }) {
    const draft = draftOf(circle.settings.id, `private:${room.round.index}`)
    const field = el("textarea", { id: "private-words", rows: 4, dir: "auto", on: { input: () => draft.write(field.value) } })
    field.value = draft.read()
    this.element = el(
      "div",
      { class: "question" },
      el("ul", { class: "prompts" }, circle.content.reflection.slice(0, 4).map(([, text]) => el("li", {}, text))),
      el("label", { for: "private-words" }, say("private.label")),
      field,
      told(say("aside.private")),
      circle.content.smallSteps.length > 0 &&
        el("details", {}, el("summary", {}, say("leaving.small_step")), el("ul", { class: "prompts" }, circle.content.smallSteps.map(([, text]) => el("li", {}, text)))),
    )
  }
}

const WAYS = ["more", "same", "less", "skip"]

// How are you leaving? Stays on this screen; only a pressed button elsewhere tells anyone.
class Leaving {
  element = el("div", { class: "question" })
  #circle
  #way = null

  constructor(circle) {
    this.#circle = circle
  }

  update() {
    redraw(this.element, [this.#way], () => [
      el("h3", {}, say("leaving.question")),
      told(say("leaving.line")),
      el("div", { class: "actions" }, WAYS.map((way) => button(say(`leaving.${way}`), () => this.#choose(way), { "aria-pressed": String(this.#way === way) }))),
      this.#way && el("p", {}, say(this.#way === "less" ? "leaving.less_line" : "leaving.thanks")),
      this.#way === "less" &&
        el("div", { class: "actions" }, button(say("care.support"), () => this.#circle.showSupport()), button(say("care.back_to_me"), () => this.#circle.change({ backToMe: true }))),
    ])
  }

  #choose(way) {
    this.#way = way
    this.update()
  }
}

export default { leaving: Leaving, prepare: Prepare, private_time: PrivateTime }
