import { numberWord, say } from "../models/words.js"
import { el, redraw, told } from "../parts/dom.js"
import { patterns } from "./patterns.js"
import { words } from "./words.js"

const SVG = "http://www.w3.org/2000/svg"
const STEP = 26
const ROW = 8

// A few small stones for each thing that came up often enough, and a question beside them.
export class Noticing {
  #notebook

  constructor(notebook) {
    this.#notebook = notebook
    this.element = el("section", { class: "stack" })
    this.update()
  }

  update() {
    const { book, state } = this.#notebook
    this.element.hidden = state === "sealed" || book.pages.length === 0
    const found = patterns(book.pages)
    redraw(this.element, [found], () => [
      el("h2", {}, say("patterns.title")),
      found.length ? found.map(figure) : told(say("patterns.few")),
    ])
  }
}

function figure({ about, code, left, n, all }) {
  const values = { what: words(about, code), n: numberWord(n), all: numberWord(all) }
  return el(
    "figure",
    { class: "noticed" },
    stones(n, all, say("patterns.picture", values)),
    el("figcaption", { class: "words" }, say(`patterns.${left}`, values)),
  )
}

function stones(n, all, label) {
  const rows = Math.ceil(all / ROW)
  const box = [0, 0, Math.min(all, ROW) * STEP, rows * STEP]
  const picture = svg("svg", { viewBox: box.join(" "), width: box[2], height: box[3], role: "img", "aria-label": label })
  for (let at = 0; at < all; at += 1) {
    const place = { cx: (at % ROW) * STEP + STEP / 2, cy: Math.floor(at / ROW) * STEP + STEP / 2 }
    // No two stones of a beach are the same.
    const shape = { rx: 9 - (at % 3) * 0.6, ry: 7.5 + ((at * 2) % 3) * 0.7, class: at < n ? "stone lit" : "stone" }
    picture.append(svg("ellipse", { ...place, ...shape }))
  }
  return picture
}

function svg(tag, attributes) {
  const element = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}
