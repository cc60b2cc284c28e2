import { draftOf } from "../../models/shelf.js"
import { isolated, say } from "../../models/words.js"
import { button, el, named, quiet, redraw } from "../dom.js"
import { Signposts } from "./signposts.js"

// A private line with one person, at the facilitator's end. Folded it is one row; what is typed stays on this device.
export class LineCard {
  #element
  #circle
  #open = false
  #wiping = false
  #line = null
  #head = el("div", { class: "stack-tight" })
  #talk = el("div", { class: "stack-tight", hidden: true })
  #thread = el("ul", { class: "list-plain thread" })
  #state = el("p", { class: "muted" })
  #end = el("div", { class: "stack-tight" })
  #field
  #draft
  #signposts

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update(need) {
    if (!this.#line) this.#build(need.line)
    const read = this.#line.unread && !need.line.unread
    this.#line = need.line
    if (this.#open && need.line.unread && !read) this.#circle.ask("open_line", { with: need.line.with })
    this.#draw()
  }

  #draw() {
    const { name, unread, here, waiting, messages } = this.#line
    const values = { name: isolated(name) }
    this.#element.classList.toggle("signal", unread && !this.#open)
    this.#talk.hidden = !this.#open
    redraw(this.#head, [unread && !this.#open, this.#open], () => [
      el("div", { class: "card-head" }, el("p", {}, el("b", {}, say(unread && !this.#open ? "tray.line" : "thread.title", values)), " ", el("span", { class: "age muted" }))),
      !this.#open && button(say("thread.open"), () => this.#fold(true), { "data-key": "open", "aria-expanded": "false" }),
    ])
    redraw(this.#thread, messages, () => messages.map((message) => this.#message(message, name)))
    const state = waiting ? "thread.unopened" : here ? "thread.line" : "thread.away"
    redraw(this.#state, state, () => say(state, values))
    redraw(this.#end, this.#wiping, () => this.#ending())
  }

  #build(line) {
    this.#line = line
    const id = `line-${line.with}`
    this.#draft = draftOf(this.#circle.settings.id, id)
    this.#field = el("textarea", { id, rows: 2, maxlength: 700, dir: "auto", on: { input: () => this.#draft.write(this.#field.value) } })
    this.#field.value = this.#draft.read()
    this.#signposts = new Signposts((words) => this.#send("signpost", words))
    const form = el(
      "form",
      { class: "stack-tight", on: { submit: (event) => this.#write(event) } },
      el("label", { for: id }, say("thread.label", { name: isolated(line.name) })),
      this.#field,
      el("div", { class: "actions" }, el("button", { "data-key": "send" }, say("thread.send")), quiet(say("thread.fold"), () => this.#fold(false))),
    )
    this.#talk.append(this.#thread, this.#state, form, this.#signposts.element, this.#end)
    this.#element.replaceChildren(this.#head, this.#talk)
  }

  #message({ mine, text, signpost }, name) {
    return el(
      "li",
      { class: mine ? "mine" : null },
      el("small", {}, mine ? say("thread.you") : named(name), signpost && ` · ${say("signpost.mark")}`),
      el("span", { class: "reply-words", dir: "auto" }, text),
    )
  }

  // Wiped is wiped on both sides, so it takes two steps.
  #ending() {
    if (!this.#wiping) return quiet(say("thread.wipe"), () => this.#wipe(true))
    return [
      el("p", {}, say("thread.wipe.ask")),
      el("div", { class: "actions" }, button(say("twice.no"), () => this.#wipe(false)), button(say("thread.wipe.do"), () => this.#circle.ask("wipe_line", { with: this.#line.with }), { class: "button-firm" })),
    ]
  }

  #wipe(wiping) {
    this.#wiping = wiping
    this.#draw()
    this.#end.querySelector("button")?.focus({ preventScroll: true })
  }

  #fold(open) {
    this.#open = open
    if (open && this.#line.unread) this.#circle.ask("open_line", { with: this.#line.with })
    this.#draw()
    if (open) this.#field.focus({ preventScroll: true })
    else this.#head.querySelector("button")?.focus({ preventScroll: true })
  }

  #write(event) {
    event.preventDefault()
    const text = this.#field.value.trim()
    if (!text) return this.#circle.answer(say("thread.empty"))
    return this.#send("write_privately", text)
  }

  async #send(command, text) {
    const { ok } = await this.#circle.ask(command, { to: this.#line.with, text })
    if (ok && command === "write_privately" && this.#field.value.trim() === text) {
      this.#field.value = ""
      this.#draft.write("")
    }
    return ok
  }
}
