import { say } from "../models/words.js"
import { el, quiet } from "../parts/dom.js"
import { CarePanel } from "./care_panel.js"
import { CarryPanel } from "./carry_panel.js"
import { EntryForm } from "./entry_form.js"
import { FilesPanel } from "./files_panel.js"
import { KeepPanel } from "./keep_panel.js"
import { Keepsakes } from "./keepsakes.js"
import { LockPanel } from "./lock_panel.js"
import { Notebook } from "./notebook.js"
import { Noticing } from "./noticing.js"
import { PageList } from "./page_list.js"
import { onRest } from "./resting.js"
import { page } from "./words.js"

const place = document.getElementById("notes")
const state = document.getElementById("state")
const notebook = new Notebook()

await notebook.look()

const paper = new EntryForm(notebook)
const shut = new LockPanel(notebook, () => paper.element.querySelector("h2").focus())
const keep = new KeepPanel(notebook, { before: () => paper.flush() })
const pages = new PageList(notebook, (item) => paper.change(item))
const files = new FilesPanel(notebook, () => paper.flush())
const care = new CarePanel(notebook, { signedIn: page.signed_in })
const carry = page.signed_in ? new CarryPanel(notebook, flushed) : null
const parts = [shut, paper, pages, keep, new Noticing(notebook), new Keepsakes(notebook), files, carry, care].filter(Boolean)

async function flushed() {
  paper.flush()
  await notebook.save()
}

async function lock(news) {
  if (notebook.state !== "open") return
  paper.flush()
  await notebook.lock(news)
  shut.focus()
}

const lockNow = quiet(say("lock.now"), () => lock("closed"))

function tell({ state: now, unsaved, news, trouble }) {
  const line = now === "memory" && news === "elsewhere" ? "journal.elsewhere" : `journal.state.${unsaved ? "unsealed" : now}`
  state.firstChild.textContent = say(trouble === "no_crypto" ? "journal.state.memory" : line)
  lockNow.hidden = now !== "open"
}

state.replaceChildren(el("span", {}), lockNow)
state.firstChild.setAttribute("role", "status")
place.replaceChildren(
  shut.element,
  paper.element,
  ...parts.slice(2, 6).map(({ element }) => element),
  el("section", { class: "after-all" }, el("h2", {}, say("journal.more")), parts.slice(6).map(({ element }) => element)),
)
notebook.onChange((now) => {
  tell(now)
  for (const part of parts) part.update()
})
tell(notebook)
keep.kept = () => state.scrollIntoView({ block: "center" })

onRest(() => lock("rested"))
document.addEventListener("visibilitychange", () => document.hidden && paper.flush())
// Whoever comes back finds it sealed, even where the browser kept the whole page.
addEventListener("pagehide", () => {
  paper.flush()
  place.replaceChildren()
  notebook.drop()
})
