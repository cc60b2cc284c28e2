import { say } from "../models/words.js"
import { el } from "../parts/dom.js"
import { checkbox, freshName, labelled } from "./controls.js"

// Length is all that is asked for. Pasting works, and what is typed can be looked at.
export const LEAST = 10

export class OnePassphrase {
  constructor(label = say("lock.pass")) {
    this.input = passwordField("current-password")
    this.element = el("div", { class: "stack-tight" }, labelled(label, this.input), show([this.input]))
  }

  take() {
    const { value } = this.input
    return value
  }

  clear() {
    this.input.value = ""
  }
}

export class NewPassphrase {
  #problem = el("p", { class: "field-error", role: "alert" })

  constructor(label = say("pass.choose")) {
    this.first = passwordField("new-password")
    this.again = passwordField("new-password")
    const hint = el("p", { class: "muted", id: freshName("hint") }, say("pass.hint", { n: LEAST }))
    this.first.setAttribute("aria-describedby", hint.id)
    this.element = el(
      "div",
      { class: "stack" },
      labelled(label, this.first, hint),
      labelled(say("pass.again"), this.again),
      show([this.first, this.again]),
      this.#problem,
    )
  }

  // Null, with a sentence beside the fields, while they can't be taken.
  take() {
    const value = this.first.value
    const short = [...value].length < LEAST
    const problem = short ? say("pass.short", { n: LEAST }) : value === this.again.value ? "" : say("pass.differ")
    this.#problem.textContent = problem
    if (problem) (short ? this.first : this.again).focus()
    return problem ? null : value
  }

  clear() {
    this.first.value = this.again.value = this.#problem.textContent = ""
  }
}

function passwordField(autocomplete) {
  return el("input", { type: "password", autocomplete, maxlength: 1000, autocapitalize: "none", spellcheck: "false" })
}

function show(inputs) {
  return checkbox(say("pass.show"), false, (on) => {
    for (const input of inputs) input.type = on ? "text" : "password"
  })
}
