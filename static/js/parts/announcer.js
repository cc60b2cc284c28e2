// The page's one live region: polite, and silent while the room is.
const APART = 400

export class Announcer {
  #element
  #waiting = []
  #timer = null
  hushed = false

  constructor(element) {
    this.#element = element
  }

  say(text, { always = false } = {}) {
    if (!text || (this.hushed && !always)) return
    if (!this.#waiting.includes(text)) this.#waiting.push(text)
    this.#timer ??= setTimeout(() => this.#speak(), APART)
  }

  #speak() {
    this.#timer = null
    this.#element.textContent = this.#waiting.join(" ")
    this.#waiting = []
  }
}
