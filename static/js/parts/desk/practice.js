import { el, redraw } from "../dom.js"

// In a rehearsal of one hard moment: what the companions bring about, and lines that may help.
export class Practice {
  #element
  #circle

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update() {
    const { practice } = this.#circle.content
    this.#element.hidden = !practice
    if (!practice) return
    redraw(this.#element, practice, () => [
      el("h2", {}, practice.title),
      el("p", {}, practice.happens),
      practice.may_say && el("p", { class: "muted" }, practice.may_say),
      ...practice.lines.map((line) => el("p", { class: "script" }, line)),
    ])
  }
}
