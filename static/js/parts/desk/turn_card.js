import { about, digits, isolated, left, say } from "../../models/words.js"
import { button, el, redraw } from "../dom.js"

// Whoever has the space, and the few things that may help them land.
export class TurnCard {
  #element
  #circle
  #timer = null
  #digits = false

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update({ room, desk, local }) {
    const { turn, up_next: upNext } = desk
    const name = (seat) => isolated(desk.seats.find((found) => found.seat === seat)?.name ?? "")
    this.#timer = turn?.timer ?? null
    this.#digits = local.digits
    redraw(this.#element, [{ ...turn, timer: 0 }, room.space?.phase, upNext && name(upNext)], () => [
      turn && this.#card(turn, room.space?.phase, name(turn.seat)),
      upNext && el("p", { class: "muted" }, `${name(upNext)} ${say("desk.up_next")}`),
    ])
    this.tick()
  }

  tick() {
    const place = this.#element.querySelector(".turn-time")
    if (!place || !this.#timer) return
    const remains = left(this.#timer, this.#circle.clock.now())
    const text = this.#digits ? digits(remains) : about(remains)
    if (place.textContent !== text) place.textContent = text
  }

  #card(turn, phase, name) {
    const ask = (command) => () => this.#circle.ask(command, { turn: turn.id })
    return el(
      "div",
      { class: "desk-card" },
      el("h2", {}, say(phase === "sharing" ? "circle.has_space" : "circle.space_for", { name })),
      el("p", {}, say("desk.turn_level", { level: say(`level.${turn.level}`) }), " · ", el("span", { class: "turn-time" })),
      turn.reconnecting && el("p", {}, say("desk.turn_reconnecting", { name })),
      turn.more_asked && el("p", {}, say("tray.more_time", { name })),
      turn.may_close && phase === "sharing" && el("p", { class: "script" }, say("desk.turn_over", { name })),
      el(
        "div",
        { class: "actions" },
        phase === "offered" && button(say("desk.skip_kindly"), ask("skip_kindly")),
        phase === "sharing" && button(say("desk.give_time"), ask("give_time")),
        phase === "sharing" && turn.may_close && button(say("desk.close_turn"), ask("close_turn")),
      ),
    )
  }
}
