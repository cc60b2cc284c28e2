import { say } from "../models/words.js"
import { button, el, quiet, told } from "../parts/dom.js"
import { fetchCopy, NotCarried, send, version, wipeCopy } from "./account.js"
import { merge } from "./book.js"
import { folded, form, status, submit } from "./controls.js"
import { NoPlace } from "./place.js"
import { OnePassphrase } from "./passphrase.js"
import { headerOf, keyFor, unseal, WrongPassphrase } from "./seal.js"

const LARGE = 413
const CHANGED = 409

// For somebody signed in: a sealed copy goes to the account, and comes to another device.
export class CarryPanel {
  #notebook
  #before
  #place = el("div", { class: "stack-tight" })
  #told = status()
  #there = null

  constructor(notebook, before) {
    this.#notebook = notebook
    this.#before = before
    this.element = folded(say("carry.title"), told(say("carry.means")), this.#place, this.#told)
    this.#look()
    this.update()
  }

  update() {
    const { state, trouble } = this.#notebook
    this.element.hidden = state === "sealed" || Boolean(trouble) || (state === "memory" && !this.#there)
    if (!this.#asking) this.#show()
  }

  #asking = false

  #show() {
    this.#asking = false
    const other = this.#there && this.#there !== this.#notebook.carried
    const open = this.#notebook.state === "open"
    this.#place.replaceChildren(
      el("p", {}, say(this.#there ? "carry.there" : "carry.none")),
      el(
        "div",
        { class: "actions" },
        open ? button(say("carry.put"), () => this.#try(() => this.#send())) : "",
        other ? button(say("carry.fetch"), () => this.#try(() => this.#fetch())) : "",
        this.#there ? quiet(say("carry.wipe"), () => this.#try(() => this.#wipe())) : "",
      ),
    )
  }

  async #look() {
    this.#there = await version().catch(() => null)
    if (this.#there && this.#notebook.state === "memory") this.element.open = true
    this.update()
  }

  async #send(after = this.#notebook.carried) {
    await this.#before()
    const carried = await send(this.#notebook.bytes, after)
    this.#there = carried
    await this.#notebook.setCarried(carried)
    this.#says("carry.sent")
  }

  async #fetch() {
    if (this.#notebook.state === "open") return this.#ask()
    return this.#take()
  }

  async #take() {
    const copy = await fetchCopy()
    if (!copy || !headerOf(copy.bytes)) throw new NotCarried(0)
    this.#there = copy.version
    await this.#notebook.adopt(copy.bytes, copy.version)
    this.#says("carry.brought")
  }

  async #wipe() {
    await wipeCopy()
    this.#there = ""
    if (this.#notebook.bytes) await this.#notebook.setCarried("")
    this.#says("wipe.carried.done")
  }

  // Two copies that don't know each other: whoever wrote them chooses.
  #ask() {
    this.#asking = true
    const choice = (code, act, line) => el("div", {}, button(say(code), act), told(say(line)))
    this.#place.replaceChildren(
      el("p", { tabindex: "-1" }, say("carry.other")),
      choice("carry.merge", () => this.#askPassphrase(), "carry.merge.means"),
      choice("carry.keep_mine", () => this.#try(async () => this.#send(await version())), "carry.other_goes"),
      choice("carry.take_other", () => this.#try(() => this.#take()), "carry.mine_goes"),
      quiet(say("file.leave"), () => this.#show()),
    )
    this.#place.querySelector("p").focus()
  }

  #askPassphrase() {
    const passphrase = new OnePassphrase(say("carry.other_pass"))
    const both = () => this.#try(() => this.#together(passphrase))
    this.#place.replaceChildren(form(both, passphrase.element, el("div", { class: "actions" }, submit(say("carry.merge")), quiet(say("file.leave"), () => this.#show()))))
    passphrase.input.focus()
  }

  async #together(passphrase) {
    const copy = await fetchCopy()
    const theirs = await unseal(await keyFor(passphrase.take(), headerOf(copy.bytes)), copy.bytes)
    await this.#notebook.change((book) => merge(book, theirs))
    await this.#send(copy.version)
    this.#says("carry.together")
  }

  #says(code) {
    this.#show()
    this.update()
    this.#told.textContent = say(code)
  }

  async #try(act) {
    this.#told.textContent = ""
    try {
      await act()
    } catch (error) {
      if (error instanceof WrongPassphrase) this.#told.textContent = say("lock.wrong")
      else if (error instanceof NotCarried && error.status === CHANGED) this.#ask()
      else if (error instanceof NotCarried) this.#told.textContent = say(error.status === LARGE ? "carry.large" : "carry.trouble")
      else if (error instanceof NoPlace) this.#told.textContent = say("trouble.no_storage")
      else throw error
    }
  }
}
