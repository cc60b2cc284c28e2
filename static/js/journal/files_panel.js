import { say } from "../models/words.js"
import { button, el, quiet, told } from "../parts/dom.js"
import { merge, PARTS } from "./book.js"
import { folded, labelled, status } from "./controls.js"
import { fromJson, LARGEST, toJson, toMarkdown } from "./files.js"
import { day, title, words } from "./words.js"

// Out of the journal into a file, and back. A file is looked at before anything changes.
export class FilesPanel {
  #notebook
  #before
  #preview = el("div", { class: "stack-tight" })
  #told = status()
  #input = el("input", { type: "file", accept: ".json,application/json", on: { change: () => this.#look() } })

  constructor(notebook, before) {
    this.#notebook = notebook
    this.#before = before
    this.element = folded(
      say("file.title"),
      told(say("file.means")),
      el(
        "div",
        { class: "actions" },
        button(say("file.to_read"), () => this.#toRead()),
        button(say("file.to_bring"), () => this.#toBring()),
      ),
      labelled(say("file.bring"), this.#input),
      this.#preview,
      this.#told,
    )
  }

  update() {
    this.element.hidden = this.#notebook.state === "sealed"
    if (this.element.hidden) this.#clear()
  }

  #toRead() {
    this.#before()
    download("notes.md", "text/markdown", toMarkdown(this.#notebook.book, { day, title, names: words }))
  }

  #toBring() {
    this.#before()
    download("notes.json", "application/json", toJson(this.#notebook.book))
  }

  async #look() {
    const [file] = this.#input.files
    this.#clear({ keepFile: true })
    if (!file) return
    if (file.size > LARGEST) this.#refuse("file.huge")
    else {
      const book = fromJson(await file.text())
      if (book) this.#show(book)
      else this.#refuse("file.foreign")
    }
  }

  #refuse(code) {
    this.#input.value = ""
    this.#told.textContent = say(code)
  }

  #show(book) {
    const { book: mine } = this.#notebook
    const known = new Set(PARTS.flatMap((part) => mine[part].map(({ id }) => id)))
    const n = PARTS.flatMap((part) => book[part]).filter(({ id }) => !known.has(id)).length
    const values = { pages: book.pages.length, kept: book.kept.length, checks: book.checks.length }
    this.#preview.replaceChildren(
      el("p", { role: "status" }, `${say("file.holds", values)} ${say("file.new", { n })}`),
      el("div", { class: "actions" }, button(say("file.take"), () => this.#take(book)), quiet(say("file.leave"), () => this.#clear())),
    )
  }

  #take(book) {
    this.#notebook.change((mine) => merge(mine, book))
    this.#clear()
    this.#told.textContent = say("file.taken")
  }

  #clear({ keepFile = false } = {}) {
    if (!keepFile) this.#input.value = ""
    this.#preview.replaceChildren()
    this.#told.textContent = ""
  }
}

function download(name, type, text) {
  const href = URL.createObjectURL(new Blob([text], { type }))
  const link = el("a", { href, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(href), 10_000)
}
