import { draftOf } from "../../models/shelf.js"
import { isolated, say } from "../../models/words.js"
import { el, named, redraw } from "../dom.js"

// Who holds the room, who is beside them, and a word between them about the process.
export class Team {
  #element
  #circle
  #details
  #who = el("div")
  #channel
  #field
  #draft
  #read = 0

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
    this.#draft = draftOf(circle.settings.id, "process")
  }

  update({ room, you, desk }) {
    if (!this.#details) this.#build()
    const team = desk.seats.filter(({ facilitates, presence }) => facilitates && ["here", "reconnecting", "out", "door"].includes(presence))
    const messages = desk.process ?? []
    const last = messages.findLast(({ name }) => name !== you.name)?.id ?? 0
    if (this.#details.open) this.#read = last
    const fresh = last > this.#read
    redraw(this.#details.querySelector("summary"), [room.holding, fresh], () => [
      el("span", {}, room.holding ? say("holding.one", { name: isolated(room.holding) }) : say("holding.nobody")),
      fresh && el("span", { class: "fresh" }, say("team.new")),
    ])
    redraw(this.#who, [team, room.holding], () => [
      el("ul", { class: "list-plain" }, team.map((seat) => member(seat, room.holding))),
      team.length < 2 && el("p", { class: "muted" }, say("team.alone")),
    ])
    this.#channel.hidden = team.length < 2 && !messages.length
    redraw(this.#channel.querySelector("ul"), messages, () => messages.map(({ name, text }) => el("li", {}, el("small", {}, named(name)), el("span", { class: "reply-words", dir: "auto" }, text))))
  }

  #build() {
    this.#field = el("textarea", { id: "process", rows: 2, maxlength: 700, dir: "auto", "aria-describedby": "process-gone", on: { input: () => this.#draft.write(this.#field.value) } })
    this.#field.value = this.#draft.read()
    this.#channel = el(
      "form",
      { class: "stack-tight", on: { submit: (event) => this.#send(event) } },
      el("h3", {}, say("team.process")),
      el("ul", { class: "list-plain thread" }),
      el("label", { for: "process" }, say("team.label")),
      this.#field,
      el("p", { class: "muted", id: "process-gone" }, say("team.gone")),
      el("button", {}, say("team.send")),
    )
    this.#details = el("details", { class: "team", on: { toggle: () => this.#circle.change({}) } }, el("summary"), el("div", { class: "stack-tight" }, this.#who, this.#channel))
    this.#element.append(this.#details)
  }

  async #send(event) {
    event.preventDefault()
    const text = this.#field.value.trim()
    if (!text) return
    const { ok } = await this.#circle.ask("write_to_facilitators", { text })
    if (!ok) return
    this.#field.value = ""
    this.#draft.write("")
  }
}

function member({ name, presence }, holding) {
  const marks = [name === holding && say("team.leads"), say(`presence.${presence}`)].filter(Boolean)
  return el("li", {}, named(name), " ", el("small", {}, marks.join(" · ")))
}
