import { say } from "../models/words.js"
import { el, quiet } from "./dom.js"

// A panel over the room that holds one thing at a time and gives the focus back when it goes.
export class Sheet {
  #element
  #circle
  #contents
  #open = null
  #opener = null

  constructor(element, circle, contents) {
    this.#element = element
    this.#circle = circle
    this.#contents = contents
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.#close())
  }

  // Until it has come, a sheet says that it is on its way.
  async expect(name, title, load) {
    this.#contents[name] = { title, element: el("p", {}, say("cover.arriving.line")), update: () => {} }
    const { default: Content } = await this.#circle.later.bring(load)
    this.#contents[name] = new Content(this.#circle)
    if (this.#open === name) this.#fill(name)
    this.update(this.#circle.store.view)
  }

  update(view) {
    const wanted = view.local.sheet
    if (wanted !== this.#open) this.#show(wanted)
    if (wanted) this.#contents[wanted].update(view)
  }

  tick() {
    if (this.#open) this.#contents[this.#open].tick?.()
  }

  #show(wanted) {
    this.#open = wanted
    this.#element.hidden = !wanted
    if (!wanted) {
      this.#opener?.focus?.()
      this.#opener = null
      return
    }
    this.#opener ??= document.activeElement
    this.#fill(wanted)
    this.#element.querySelector("h2").focus()
  }

  #fill(wanted) {
    const content = this.#contents[wanted]
    const title = document.createElement("h2")
    title.id = "sheet-title"
    title.tabIndex = -1
    title.textContent = say(content.title)
    const head = document.createElement("div")
    head.className = "sheet-head"
    head.append(title, quiet(say("care.close"), () => this.#close()))
    this.#element.replaceChildren(head, content.element)
    this.#element.scrollTop = 0
  }

  #close() {
    if (this.#open) this.#circle.change({ sheet: null })
  }
}
