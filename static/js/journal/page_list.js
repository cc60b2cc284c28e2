import { say } from "../models/words.js"
import { button, el, quiet, redraw } from "../parts/dom.js"
import { CHOICES, put, takeOut, WORDS } from "./book.js"
import { day, words } from "./words.js"

// Pages and self-checks, the newest first, each folded: only its date is seen at a glance.
export class PageList {
  #notebook
  #change
  #out = null

  constructor(notebook, change) {
    this.#notebook = notebook
    this.#change = change
    this.element = el("section", { class: "stack-tight", "aria-label": say("pages.title") })
    this.update()
  }

  update() {
    const { book, state } = this.#notebook
    if (state === "sealed") this.#out = null
    const items = [...book.pages.map((item) => ({ part: "pages", item })), ...book.checks.map((item) => ({ part: "checks", item }))]
    items.sort((one, other) => other.item.at - one.item.at)
    this.element.hidden = state === "sealed" || (!items.length && !this.#out)
    redraw(this.element, [items, this.#out, state], () => [
      el("h2", {}, say("pages.title")),
      this.#out && this.#putBack(),
      items.map(({ part, item }) => this.#sheet(part, item)),
    ])
  }

  #sheet(part, item) {
    const name = part === "checks" ? `${day(item.at)} · ${say(`checks.title.${item.kind}`)}` : day(item.at)
    return el(
      "details",
      { class: "sheet-of-paper" },
      el("summary", {}, name),
      part === "pages" ? written(item) : checked(item),
      el(
        "div",
        { class: "actions" },
        part === "pages" && quiet(say("pages.change"), () => this.#change(item), { "data-key": `change ${item.id}` }),
        quiet(say("pages.take_out"), () => this.#takeOut(part, item), { "data-key": `out ${item.id}` }),
      ),
    )
  }

  #takeOut(part, item) {
    this.#out = { part, item }
    this.#notebook.change((book) => takeOut(book, part, item.id, Date.now()))
    this.element.querySelector("[data-out] button")?.focus()
  }

  #putBack() {
    const { part, item } = this.#out
    const back = () => {
      this.#out = null
      this.#notebook.change((book) => put(book, part, item, Date.now()))
    }
    return el("p", { "data-out": true, class: "row", role: "status" }, el("span", {}, say("pages.taken_out", { date: day(item.at) })), button(say("pages.put_back"), back))
  }
}

function written(page) {
  return el(
    "dl",
    { class: "written" },
    WORDS.filter((field) => page[field]).map((field) => [el("dt", {}, say(`entry.${field}`)), el("dd", { class: "words as-written" }, page[field])]),
    CHOICES.filter((field) => page[field]).map((field) => [el("dt", {}, say(`entry.${field}`)), el("dd", {}, words(field, page[field]))]),
  )
}

function checked({ answers, choice }) {
  return el(
    "dl",
    { class: "written" },
    Object.entries(answers).map(([code, text]) => [el("dt", {}, say(code)), el("dd", { class: "words as-written" }, text)]),
    choice && el("dt", {}, words("choice", choice)),
  )
}
