// The circle hands over somebody's own words; the journal offers to seal them. Until then they wait in this tab.

import { Shelf } from "../models/shelf.js"

export const KINDS = ["belief", "share", "steady", "step"]
const MOST = 40
const LONGEST = 4_000

const shelf = new Shelf("keepsakes", [])

// Only text that its own reader wrote or chose (I29); never anybody else's.
export function keep({ kind, text }) {
  const words = String(text ?? "").trim().slice(0, LONGEST)
  if (!KINDS.includes(kind) || !words) return false
  const others = shelf.read().filter((one) => one.kind !== kind || one.text !== words)
  shelf.write([...others, { kind, text: words, at: Date.now() }].slice(-MOST))
  return true
}

export function waiting() {
  const found = shelf.read()
  return Array.isArray(found) ? found.filter(({ kind, text }) => KINDS.includes(kind) && typeof text === "string") : []
}

export function letGo(one) {
  shelf.write(waiting().filter(({ kind, text }) => kind !== one.kind || text !== one.text))
}

export function letAllGo() {
  shelf.write([])
}
