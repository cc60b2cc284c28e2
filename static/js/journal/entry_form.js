import { say } from "../models/words.js"
import { el, quiet, told } from "../parts/dom.js"
import { CHOICES, freshId, hasWords, put, takeOut, WORDS } from "./book.js"
import { area, form, labelled, radios, select, status } from "./controls.js"
import { choices, day } from "./words.js"

const SEALS_AFTER = 500

// The paper. What stands on it unfinished is a draft in the book, and is sealed with it.
export class EntryForm {
  #notebook
  #title = el("h2", { tabindex: "-1" })
  #fields
  #send = el("button", { type: "submit", class: "button-primary" })
  #back = quiet(say("entry.as_it_was"), () => this.#leave())
  #told = status()
  #draft = freshId()
  #changing = null
  #soon = 0
  #wasOpen = false

  constructor(notebook) {
    this.#notebook = notebook
    this.#fields = this.#build()
    const { safe, unsafe, helped, landed, support, round, silence, after } = this.#fields
    this.element = el(
      "section",
      { class: "paper", on: { input: () => this.#later() } },
      this.#title,
      told(say("entry.about")),
      form(
        () => this.#add(),
        el("div", { class: "lines" }, [safe, unsafe, helped, landed].map(({ element }) => element)),
        el("div", { class: "three" }, [support, round, silence].map(({ element }) => element)),
        after.element,
        el("div", { class: "actions" }, this.#send, this.#back),
        this.#told,
      ),
    )
    this.update()
  }

  #build() {
    const built = {}
    for (const field of WORDS) built[field] = held(area(), (control) => labelled(say(`entry.${field}`), control))
    for (const field of CHOICES.slice(0, 3)) built[field] = held(select(choices(field)), (control) => labelled(say(`entry.${field}`), control))
    built.after = radios(say("entry.after"), choices("after"), { className: "choices choices-four" })
    return built
  }

  update() {
    const { state } = this.#notebook
    const open = state === "open"
    this.element.hidden = state === "sealed"
    if (open && !this.#wasOpen) this.#adopt()
    if (!open && this.#wasOpen) this.#clear()
    this.#wasOpen = open
    this.#title.textContent = this.#changing ? say("entry.changing", { date: day(this.#changing.at) }) : say("entry.title")
    this.#send.textContent = say(this.#changing ? "entry.keep_change" : open ? "entry.add" : "entry.put_down")
    this.#back.hidden = !this.#changing
  }

  change(item) {
    this.flush()
    this.#changing = item
    this.#fill(item)
    this.#told.textContent = ""
    this.update()
    this.#title.focus()
    this.element.scrollIntoView({ block: "start" })
  }

  // Whatever stands on the paper is in the book now.
  flush() {
    clearTimeout(this.#soon)
    const read = this.#read()
    const before = this.#notebook.book.drafts.find(({ id }) => id === this.#draft)
    if (this.#changing || this.#notebook.state === "sealed" || same(read, before)) return
    if (hasWords(read)) this.#notebook.change((book) => put(book, "drafts", { ...before, ...read, id: this.#draft }, Date.now()))
    else this.#notebook.change((book) => takeOut(book, "drafts", this.#draft, Date.now()))
  }

  #later() {
    clearTimeout(this.#soon)
    if (this.#told.textContent) this.#told.textContent = ""
    if (this.#notebook.state === "open") this.#soon = setTimeout(() => this.flush(), SEALS_AFTER)
  }

  #add() {
    clearTimeout(this.#soon)
    const read = this.#read()
    if (!hasWords(read)) {
      this.#told.textContent = say("entry.empty")
      return
    }
    const changing = this.#changing
    const [draft, now] = [this.#draft, Date.now()]
    const page = changing ? { id: changing.id, at: changing.at, ...read } : { id: freshId(), ...read }
    this.#notebook.change((book) => put(changing ? book : takeOut(book, "drafts", draft, now), "pages", page, now))
    this.#leave()
    this.#told.textContent = say("entry.added")
  }

  #leave() {
    this.#clear()
    this.#adopt()
    this.update()
  }

  // The latest unfinished page, unless something stands here already. Another tab that has it open keeps its own.
  #adopt() {
    if (hasWords(this.#read())) return this.flush()
    const { drafts } = this.#notebook.book
    const [draft] = drafts.toSorted((one, other) => other.changed - one.changed)
    if (!draft) return undefined
    this.#fill(draft)
    const now = Date.now()
    return this.#notebook.change((book) => put(takeOut(book, "drafts", draft.id, now), "drafts", { ...draft, id: this.#draft }, now))
  }

  #clear() {
    clearTimeout(this.#soon)
    this.#changing = null
    this.#draft = freshId()
    this.#fill({})
    this.#told.textContent = ""
  }

  #read() {
    return Object.fromEntries(Object.entries(this.#fields).map(([field, { value }]) => [field, value.trim()]).filter(([, value]) => value))
  }

  #fill(item) {
    for (const [field, control] of Object.entries(this.#fields)) control.value = item[field] ?? ""
  }
}

function held(control, around) {
  return {
    element: around(control),
    get value() {
      return control.value
    },
    set value(value) {
      control.value = value
    },
  }
}

function same(read, draft) {
  return [...WORDS, ...CHOICES].every((field) => (read[field] ?? "") === (draft?.[field] ?? ""))
}
