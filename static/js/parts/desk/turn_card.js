import { about, digits, isolated, left, say } from "../../models/words.js"
import { button, el, redraw } from "../dom.js"

// Whoever has the space: what they'd like back, their time, and the few things that may help them land.
export class TurnCard {
  #element
  #circle
  #timer = null
  #digits = false
  #closing = null
  #view

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update(view = this.#view) {
    this.#view = view
    const { room, desk, local } = view
    const { turn } = desk
    this.#timer = turn?.timer ?? null
    this.#digits = local.digits
    if (this.#closing !== null && this.#closing !== turn?.id) this.#closing = null
    redraw(this.#element, [{ ...turn, timer: 0 }, room.space?.phase, this.#closing], () => turn && this.#card(turn, room.space?.phase, this.#name(turn.seat)))
    this.tick()
  }

  tick() {
    const place = this.#element.querySelector(".turn-time")
    if (!place || !this.#timer) return
    const remains = left(this.#timer, this.#circle.clock.now())
    const text = this.#digits ? digits(remains) : about(remains)
    if (place.textContent !== text) place.textContent = text
  }

  #name(seat) {
    return isolated(this.#view.desk.seats.find((found) => found.seat === seat)?.name ?? "")
  }

  #card(turn, phase, name) {
    const sharing = phase === "sharing"
    return el(
      "div",
      { class: "desk-card turn-card" },
      el("h2", {}, say(sharing ? "circle.has_space" : "circle.space_for", { name })),
      el("p", {}, say(`card.${turn.level}`, { name }), " ", el("span", { class: "turn-time muted" })),
      turn.reconnecting && el("p", {}, say("desk.turn_reconnecting", { name })),
      sharing && turn.may_close && el("p", {}, say("desk.turn_over", { name })),
      this.#closing === turn.id ? this.#close(turn) : this.#actions(turn, phase),
    )
  }

  #actions(turn, phase) {
    const ask = (command) => () => this.#circle.ask(command, { turn: turn.id })
    return el(
      "div",
      { class: "actions" },
      phase === "offered" && button(say("desk.skip_kindly"), ask("skip_kindly")),
      phase === "sharing" && button(say("desk.give_time"), ask("give_time")),
      phase === "sharing" && turn.may_close && button(say("desk.close_turn"), () => this.#ask(turn.id)),
    )
  }

  // Their side first, then the limit, then another way; and only then the button.
  #close(turn) {
    return el(
      "div",
      { class: "stack-tight" },
      el("p", { class: "script" }, this.#circle.content.script("script.limit") ?? ""),
      el("p", { class: "muted" }, say("card.close.line")),
      el("div", { class: "actions" }, button(say("card.close.do"), () => this.#circle.ask("close_turn", { turn: turn.id })), button(say("card.close.wait"), () => this.#ask(null))),
    )
  }

  #ask(turn) {
    this.#closing = turn
    this.update()
    this.#element.querySelector("button")?.focus({ preventScroll: true })
  }
}
