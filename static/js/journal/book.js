// What a journal holds, as plain data. Nothing here knows a screen, a clock or a place.
//
//   item = { id, at, changed, ... }   pages, kept (keepsakes), checks (self-checks), drafts · gone: { id: when }

export const PARTS = ["pages", "kept", "checks", "drafts"]
export const WORDS = ["safe", "unsafe", "helped", "landed"]
export const CHOICES = ["support", "round", "silence", "after"]

export function emptyBook() {
  return { v: 1, pages: [], kept: [], checks: [], drafts: [], gone: {} }
}

export function isEmpty(book) {
  return PARTS.every((part) => book[part].length === 0)
}

export function freshId() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}

export function put(book, part, item, now) {
  const others = book[part].filter(({ id }) => id !== item.id)
  const gone = { ...book.gone }
  delete gone[item.id]
  return { ...book, gone, [part]: inOrder([...others, { at: now, ...item, changed: now }]) }
}

export function takeOut(book, part, id, now) {
  const rest = book[part].filter((item) => item.id !== id)
  return { ...book, [part]: rest, gone: { ...book.gone, [id]: now } }
}

// Both together. Of two forms of one thing the later one stays; what was taken out later than it was changed is out.
export function merge(one, other) {
  const gone = { ...one.gone }
  for (const [id, when] of Object.entries(other.gone)) gone[id] = Math.max(when, gone[id] ?? 0)
  const book = { v: 1, gone }
  for (const part of PARTS) book[part] = inOrder(later([...one[part], ...other[part]], gone))
  return book
}

export function hasWords(page) {
  return [...WORDS, ...CHOICES].some((field) => page[field])
}

function later(items, gone) {
  const found = new Map()
  for (const item of items) {
    const before = found.get(item.id)
    if (!before || before.changed < item.changed) found.set(item.id, item)
  }
  return [...found.values()].filter(({ id, changed }) => !(gone[id] >= changed))
}

function inOrder(items) {
  return items.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
}
