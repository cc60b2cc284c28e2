// A journal as a file to read, and as one to bring in again. Pure: words in, words out.

import { CHOICES, emptyBook, PARTS, WORDS } from "./book.js"

export const LARGEST = 2_000_000
const FORMAT = "holdspace-journal"
const MOST = 5_000
const LONGEST = 20_000

export function toJson(book) {
  const { drafts, gone, ...rest } = book
  return JSON.stringify({ format: FORMAT, ...rest }, null, 1)
}

// Null for anything that isn't a journal of ours; only fields that are known come in. What says that it was changed
// after `now` could never be taken out again.
export function fromJson(text, now = Date.now()) {
  let read
  try {
    read = JSON.parse(text)
  } catch {
    return null
  }
  if (read?.format !== FORMAT || read.v !== 1) return null
  const book = emptyBook()
  for (const part of PARTS.filter((one) => one !== "drafts")) {
    const items = read[part] ?? []
    if (!Array.isArray(items) || items.length > MOST) return null
    book[part] = items.map((item) => cleaned(part, item, now))
    if (book[part].includes(null)) return null
  }
  return book
}

// `names` says the words of a code, `title` those of a question.
export function toMarkdown(book, { day, title, names }) {
  const pages = book.pages.map((page) => [
    `## ${day(page.at)}`,
    ...WORDS.filter((field) => page[field]).map((field) => `**${title(field)}**\n\n${page[field]}`),
    ...CHOICES.filter((field) => page[field]).map((field) => `${title(field)} ${names(field, page[field])}`),
  ])
  const kept = book.kept.map((one) => [`## ${day(one.at)}: ${names("kept", one.kind)}`, one.text])
  const checks = book.checks.map((one) => [
    `## ${day(one.at)}: ${title(one.kind)}`,
    ...Object.entries(one.answers).map(([code, words]) => `**${title(code)}**\n\n${words}`),
    ...(one.choice ? [names("choice", one.choice)] : []),
  ])
  return `${[[`# ${title("journal")}`], ...pages, ...kept, ...checks].flat().join("\n\n")}\n`
}

function cleaned(part, item, now) {
  if (typeof item?.id !== "string" || !/^[0-9a-f]{24}$/.test(item.id) || !isTime(item.at) || !isTime(item.changed)) return null
  const { id, at } = item
  const texts = { pages: [...WORDS, ...CHOICES], kept: ["kind", "text"], checks: ["kind", "choice"] }[part]
  const one = { id, at, changed: Math.min(item.changed, now) }
  for (const field of texts) if (isText(item[field])) one[field] = item[field]
  if (part === "checks") one.answers = answers(item.answers)
  return one
}

function answers(read) {
  const found = Object.entries(read && typeof read === "object" ? read : {})
  return Object.fromEntries(found.filter(([code, words]) => /^[a-z_.]{1,40}$/.test(code) && isText(words)))
}

function isText(value) {
  return typeof value === "string" && value !== "" && value.length <= LONGEST
}

function isTime(value) {
  return Number.isSafeInteger(value) && value > 0 && value < 8.64e15
}
