import { readJson } from "../parts/dom.js"
import { knows, language, learn, say } from "../models/words.js"

const DAY = { weekday: "long", day: "numeric", month: "long", hour: "numeric", minute: "2-digit" }

export const page = readJson("journal")

learn(page.texts ?? {})

const lists = {
  support: page.content.supports,
  round: page.content.rounds,
  silence: page.content.silences,
  after: page.content.afters,
  step: page.content.steps,
  kept: page.content.kept,
}

export function choices(field) {
  return lists[field].map(([code, words]) => [short(code), words])
}

// What somebody chose, in words; a code that this list doesn't know stays as it is.
export function words(field, code) {
  if (field === "choice" && knows(`left.${code}`)) return say("checks.left", { left: say(`left.${code}`) })
  if (field === "choice") return say("checks.chose", { choice: say(`choice.${code}`) })
  return choices(field).find(([one]) => one === code)?.[1] ?? code
}

export function day(at) {
  return new Intl.DateTimeFormat(language(), DAY).format(at)
}

// The heading above a field or a part, in a file to read.
export function title(code) {
  if (code === "journal") return say("journal.title")
  if (code === "self_check" || code === "debrief") return say(`checks.title.${code}`)
  return say(code.includes(".") ? code : `entry.${code}`)
}

function short(code) {
  return code.slice(code.indexOf(".") + 1)
}
