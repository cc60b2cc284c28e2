import { say } from "../models/words.js"
import { button, el, told } from "../parts/dom.js"
import { NotCarried, version, wipeCopy } from "./account.js"
import { checkbox, folded, form, status, submit } from "./controls.js"
import { letAllGo } from "./keep.js"
import { NewPassphrase, OnePassphrase } from "./passphrase.js"
import { setWipeOnExit, wipesOnExit } from "./wipe_on_exit.js"

// Another passphrase, leaving fast, and letting go of all of it.
export class CarePanel {
  #notebook
  #signedIn
  #rekey
  #wiped = el("div", { class: "stack-tight", role: "status" })

  constructor(notebook, { signedIn }) {
    this.#notebook = notebook
    this.#signedIn = signedIn
    this.#rekey = folded(say("pass.change"))
    this.#rekey.addEventListener("toggle", () => {
      this.#rekey.lastChild.replaceChildren(...(this.#rekey.open ? this.#newPassphrase() : []))
    })
    this.#out = folded(
      say("wipe.title"),
      el("p", {}, say("wipe.means")),
      button(say("wipe.do"), () => this.#wipe(), { class: "button-firm" }),
    )
    const exit = checkbox(say("keep.wipe_on_exit"), wipesOnExit(), setWipeOnExit)
    this.#exit = el("div", {}, exit, told(say("keep.wipe_on_exit.means")))
    this.element = el("div", { class: "stack-tight" }, this.#rekey, this.#exit, this.#out, this.#wiped)
    this.update()
  }

  #out
  #exit

  update() {
    const { state } = this.#notebook
    this.#rekey.hidden = state !== "open"
    if (this.#rekey.hidden) this.#rekey.open = false
    this.#exit.hidden = state === "memory"
    this.#exit.querySelector("input").checked = wipesOnExit()
    if (state !== "memory") this.#wiped.replaceChildren()
  }

  #newPassphrase() {
    const [now, fresh, answer] = [new OnePassphrase(), new NewPassphrase(say("pass.new")), status()]
    const change = async () => {
      const passphrase = fresh.take()
      if (passphrase === null) return
      answer.textContent = say("keep.working")
      if (!(await this.#notebook.opens(now.take()))) answer.textContent = say("lock.wrong")
      else answer.textContent = say((await this.#notebook.rekey(passphrase)) ? "pass.changed" : "trouble.no_storage")
      for (const one of [now, fresh]) one.clear()
    }
    return [told(say("pass.change.means")), form(change, now.element, fresh.element, submit(say("pass.change")), answer)]
  }

  async #wipe() {
    try {
      await this.#notebook.wipe()
    } catch {
      return this.#wiped.replaceChildren(el("p", {}, say("wipe.not_yet")))
    }
    letAllGo()
    setWipeOnExit(false)
    this.#out.open = false
    this.#wiped.replaceChildren(el("p", { tabindex: "-1" }, say("wipe.done")))
    this.#wiped.firstChild.focus()
    if (this.#signedIn && (await version().catch(() => ""))) this.#wiped.append(this.#copyToo())
    return undefined
  }

  #copyToo() {
    const place = el("div", { class: "stack-tight" })
    const wipe = async () => {
      const code = await wipeCopy().then(() => "wipe.carried.done", (error) => error instanceof NotCarried && "carry.trouble")
      place.replaceChildren(el("p", {}, say(code)))
    }
    const actions = el("div", { class: "actions" }, button(say("wipe.carried.do"), wipe), button(say("wipe.carried.not"), () => place.remove()))
    place.append(el("p", {}, say("wipe.carried")), actions)
    return place
  }
}
