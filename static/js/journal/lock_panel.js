import { say } from "../models/words.js"
import { button, el, told } from "../parts/dom.js"
import { folded, form, status, submit } from "./controls.js"
import { OnePassphrase } from "./passphrase.js"
import { WrongPassphrase } from "./seal.js"
import { waitLeft, wasRight, wasWrong } from "./tries.js"

// Shown while the journal is sealed: open it, or begin anew.
export class LockPanel {
  #notebook
  #opened
  #passphrase = new OnePassphrase()
  #told = status()
  #busy = false

  constructor(notebook, opened) {
    this.#notebook = notebook
    this.#opened = opened
    this.#title = el("h2", { tabindex: "-1" }, say("lock.title"))
    this.element = el(
      "section",
      { class: "card stack" },
      this.#title,
      form(() => this.#open(), this.#passphrase.element, submit(say("lock.open")), this.#told),
      folded(say("lock.forgot"), el("p", {}, say("lock.forgot.means")), this.#anew()),
    )
    this.update()
  }

  #title

  update() {
    const { state, news } = this.#notebook
    const hidden = this.element.hidden
    this.element.hidden = state !== "sealed"
    if (this.element.hidden) return
    if (news) this.#told.textContent = say(`lock.${news}`)
    if (hidden) this.#passphrase.clear()
  }

  focus() {
    this.#title.focus({ preventScroll: true })
    this.element.scrollIntoView({ block: "nearest" })
  }

  async #open() {
    const wait = waitLeft()
    if (this.#busy) return
    if (wait) {
      this.#told.textContent = say("lock.wait", { n: wait })
      return
    }
    this.#busy = true
    this.#told.textContent = say("lock.opening")
    try {
      await this.#notebook.open(this.#passphrase.take())
      wasRight()
      this.#told.textContent = ""
      this.#passphrase.clear()
      this.#opened()
    } catch (error) {
      if (!(error instanceof WrongPassphrase)) throw error
      wasWrong()
      this.#told.textContent = say("lock.wrong")
      this.#passphrase.input.select()
      this.#passphrase.input.focus()
    } finally {
      this.#busy = false
    }
  }

  // Two steps: what it means, then the deed.
  #anew() {
    const place = el("div", { class: "stack-tight" })
    const first = () => [button(say("lock.anew"), ask)]
    const ask = () => {
      place.replaceChildren(
        told(say("lock.anew.means")),
        el("div", { class: "actions" }, button(say("lock.anew.not"), back), button(say("lock.anew.do"), wipe, { class: "button-firm" })),
      )
      place.querySelector("button").focus()
    }
    const back = () => {
      place.replaceChildren(...first())
      place.querySelector("button").focus()
    }
    const wipe = async () => {
      await this.#notebook.wipe()
      wasRight()
      back()
      this.#opened()
    }
    place.append(...first())
    return place
  }
}
