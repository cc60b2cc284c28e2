import { say } from "../models/words.js"
import { el, primary, told } from "../parts/dom.js"
import { freshId, put } from "./book.js"
import { status } from "./controls.js"
import { LockPanel } from "./lock_panel.js"
import { Notebook } from "./notebook.js"
import { onRest } from "./resting.js"
import "./words.js"

// The self-check and the debrief: what is chosen leads somewhere; what is written is kept only in an open journal.
const { kind } = document.getElementById("holding").dataset
const place = document.getElementById("keeping")
const answers = [...document.querySelectorAll("#answers textarea")]
const drained = document.getElementById("drained")
const notebook = new Notebook()
const id = freshId()
const said = status()

function chosen() {
  return document.querySelector("#choice input:checked")?.value ?? ""
}

function lead() {
  for (const one of document.querySelectorAll(".leads-to")) one.hidden = one.dataset.choice !== chosen()
  suggest()
}

// Drained two times in a row, by the person's own open journal.
function suggest() {
  if (!drained) return
  const before = notebook.book.checks.filter((one) => one.kind === kind && one.id !== id).at(-1)
  drained.hidden = !(chosen() === "drained" && before?.choice === "drained")
  drained.textContent = say("checks.drained_twice")
}

async function keep() {
  const written = Object.fromEntries(answers.map((one) => [one.id, one.value.trim()]).filter(([, words]) => words))
  const choice = chosen()
  if (!choice && !Object.keys(written).length) {
    said.textContent = say("entry.empty")
    return
  }
  await notebook.change((book) => put(book, "checks", { id, kind, answers: written, ...(choice ? { choice } : {}) }, Date.now()))
  said.textContent = say(notebook.unsaved ? "trouble.no_storage" : "checks.kept")
}

await notebook.look()
const shut = new LockPanel(notebook, () => place.querySelector("button").focus())
const open = el("div", { class: "stack-tight" }, told(say("checks.open")), el("div", { class: "actions" }, primary(say("checks.keep"), keep)), said)

function show() {
  const { state } = notebook
  open.hidden = state !== "open"
  place.hidden = false
  const line = el("p", { hidden: state === "open" }, say(state === "sealed" ? "checks.sealed" : "checks.memory"))
  const there = el("p", { hidden: state !== "memory" }, el("a", { href: place.dataset.journal }, say("journal.title")))
  place.replaceChildren(line, there, shut.element, open)
  shut.update()
}

notebook.onChange(() => {
  show()
  suggest()
})
show()
lead()
document.getElementById("choice").addEventListener("change", lead)
onRest(() => notebook.lock("rested"))
addEventListener("pagehide", () => {
  for (const one of answers) one.value = ""
  notebook.drop()
})
