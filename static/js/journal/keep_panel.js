import { say } from "../models/words.js"
import { button, el, quiet, told } from "../parts/dom.js"
import { checkbox, form, radios, status, submit } from "./controls.js"
import { NewPassphrase } from "./passphrase.js"
import { setWipeOnExit, wipesOnExit } from "./wipe_on_exit.js"

// Shown while nothing is stored. First who else is there, then what that means, then a passphrase.
export class KeepPanel {
  #notebook
  #before
  #place = el("div", { class: "stack" })
  #told = status()

  constructor(notebook, { before }) {
    this.#notebook = notebook
    this.#before = before
    this.element = el(
      "section",
      { class: "card stack" },
      el("h2", {}, say("keep.title")),
      el("p", {}, say("keep.why")),
      this.#place,
      this.#told,
    )
    this.#begin()
    this.update()
  }

  update() {
    const { state, trouble } = this.#notebook
    const shown = this.element.hidden
    this.element.hidden = state !== "memory"
    if (trouble) this.#troubled(trouble)
    else if (shown && !this.element.hidden) this.#begin()
  }

  #troubled(trouble) {
    this.#place.replaceChildren(el("p", { class: "form-errors" }, say(`trouble.${trouble}`)))
    if (trouble === "no_storage") this.#place.append(button(say("keep.do"), () => this.#ask()))
  }

  #begin() {
    this.#place.replaceChildren(button(say("keep.do"), () => this.#ask(), { class: "button-primary" }))
  }

  #ask() {
    this.#told.textContent = ""
    const means = el("div", { class: "stack", "aria-live": "polite" })
    const shared = radios(
      say("keep.shared"),
      ["no", "yes"].map((one) => [one, say(`keep.shared.${one}`)]),
      { onChange: () => this.#meaning(means, shared.value) },
    )
    this.#place.replaceChildren(shared.element, means, quiet(say("keep.rather_not"), () => this.#begin()))
    shared.element.querySelector("input").focus()
  }

  #meaning(place, answer) {
    const lines = answer === "yes" ? ["keep.shared.yes.means", "keep.shared.yes.watched"] : ["keep.shared.no.means"]
    place.replaceChildren(
      ...lines.map((line) => el("p", {}, say(line))),
      button(say("keep.go_on"), () => this.#choose(answer === "yes"), { class: "button-primary" }),
    )
  }

  #choose(shared) {
    const passphrase = new NewPassphrase()
    const wiping = checkbox(say("keep.wipe_on_exit"), wipesOnExit(), setWipeOnExit)
    const sealing = form(
      () => this.#seal(passphrase),
      passphrase.element,
      told(say("keep.forgetting")),
      told(say("keep.browser")),
      shared && el("div", {}, wiping, told(say("keep.wipe_on_exit.means"))),
      el("div", { class: "actions" }, submit(say("keep.seal")), quiet(say("keep.rather_not"), () => this.#begin())),
    )
    this.#place.replaceChildren(sealing)
    passphrase.first.focus()
  }

  async #seal(passphrase) {
    const words = passphrase.take()
    if (words === null) return
    this.#told.textContent = say("keep.working")
    this.#before()
    const kept = await this.#notebook.keep(words)
    passphrase.clear()
    this.#told.textContent = ""
    if (!kept) return
    this.#begin()
    this.kept?.()
  }
}
