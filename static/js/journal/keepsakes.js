import { say } from "../models/words.js"
import { button, el, quiet, redraw, told } from "../parts/dom.js"
import { freshId, put, takeOut } from "./book.js"
import { area, folded, form, labelled, radios, status } from "./controls.js"
import { letGo, waiting } from "./keep.js"
import { choices, page, words } from "./words.js"

// Own words from the circle, someone steady, one small step.
export class Keepsakes {
  #notebook
  #waiting = el("div", { class: "stack-tight" })
  #kept = el("div", { class: "stack-tight" })

  constructor(notebook) {
    this.#notebook = notebook
    this.element = el(
      "section",
      { class: "stack-tight" },
      el("h2", {}, say("kept.title")),
      told(say("kept.about")),
      this.#waiting,
      this.#kept,
      folded(say("kept.kind.steady"), ...this.#steady()),
      folded(say("steps.title"), ...this.#steps()),
    )
    this.update()
  }

  update() {
    const { book, state } = this.#notebook
    this.element.hidden = state === "sealed"
    const there = waiting()
    redraw(this.#waiting, [there], () => there.length && [told(say("kept.waiting")), there.map((one) => this.#wait(one))])
    redraw(this.#kept, [book.kept], () => book.kept.toReversed().map((one) => this.#keepsake(one)))
  }

  #wait(one) {
    const take = () => {
      this.#put(one.kind, one.text, one.at)
      letGo(one)
      this.update()
    }
    const drop = () => {
      letGo(one)
      this.update()
    }
    const actions = el("div", { class: "actions" }, button(say("kept.take"), take), quiet(say("kept.let_go"), drop))
    return el("div", { class: "keepsake" }, note(one), actions)
  }

  #keepsake(one) {
    const out = () => this.#notebook.change((book) => takeOut(book, "kept", one.id, Date.now()))
    return el("div", { class: "keepsake" }, note(one), quiet(say("kept.let_go"), out, { "data-key": `let go ${one.id}` }))
  }

  #steady() {
    const [field, answer] = [area(), status()]
    const keep = () => {
      if (field.value.trim()) this.#put("steady", field.value.trim())
      field.value = ""
    }
    const nobody = () => {
      field.value = ""
      answer.textContent = say("steady.answer")
    }
    const actions = el("div", { class: "actions" }, el("button", { type: "submit" }, say("steady.keep")), quiet(say("steady.no_one"), nobody))
    return [el("p", { class: "words" }, page.content.someone_steady), form(keep, labelled(say("steady.label"), field), actions, answer)]
  }

  #steps() {
    const steps = radios(say("steps.title"), choices("step"), { className: "choices choices-two" })
    const keep = () => {
      if (steps.value) this.#put("step", words("step", steps.value))
      steps.value = ""
    }
    return [told(say("steps.about")), form(keep, steps.element, el("button", { type: "submit" }, say("steady.keep")))]
  }

  #put(kind, text, at = Date.now()) {
    this.#notebook.change((book) => put(book, "kept", { id: freshId(), at, kind, text }, Date.now()))
  }
}

function note({ kind, text }) {
  return el("div", {}, el("p", { class: "told" }, words("kept", kind)), el("p", { class: "words as-written" }, text))
}
