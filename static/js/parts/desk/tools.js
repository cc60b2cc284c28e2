import { isolated, say } from "../../models/words.js"
import { button, el, quiet, redraw } from "../dom.js"

const SILENCES = [1, 2, 3, 5]

// What may be said when it gets hard, in the order in which it is usually needed.
const LINES = ["time", "strong_feeling", "advice", "detail", "pause", "repair", "door_closed", "removing", "handover", "back"]

// Always beside the next step, always in the same place: a pause, a quiet minute, another pair of hands, a line to say.
export class Tools {
  #element
  #circle
  #opened = null
  #view

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update(view = this.#view) {
    this.#view = view
    const { room, you, desk } = view
    redraw(this.#element, [this.#opened, Boolean(room.stop), room.phase, you.leads, desk.others, desk.handing_to, room.round?.kind, room.holding], () => [
      el(
        "div",
        { class: "desk-tools" },
        room.phase !== "quiet_after" && this.#ofTheFrame(room),
        this.#opener("hand_over", "desk.hand_over"),
        you.leads ? this.#opener("minute", "me.minute") : button(say("me.back_to_me"), () => this.#circle.change({ backToMe: true, sheet: null })),
        this.#opener("lines", "say.title"),
      ),
      this.#opened && el("div", { class: "desk-card desk-opened" }, this.#panel(view)),
    ])
  }

  // Quiet company needs no pause.
  #ofTheFrame(room) {
    return [
      room.stop ? button(say("desk.resume"), () => this.#ask("resume_room")) : button(say("desk.pause"), () => this.#ask("pause_room")),
      button(say("desk.hold"), () => this.#ask("hold_room")),
      this.#opener("offer_silence", "desk.offer_silence"),
    ]
  }

  #panel({ room, you, desk }) {
    if (this.#opened === "offer_silence") return this.#silences()
    if (this.#opened === "hand_over") return you.leads ? this.#others(desk) : el("p", {}, say("team.lead_hands_over", { name: isolated(room.holding ?? "") }))
    return this.#opened === "minute" ? this.#minute(desk, you) : this.#lines(room, desk)
  }

  #opener(name, code) {
    return button(say(code), () => this.#open(this.#opened === name ? null : name), { "aria-expanded": String(this.#opened === name) })
  }

  #silences() {
    return [
      el("p", {}, say("desk.silence.when")),
      el("div", { class: "actions" }, SILENCES.map((n) => button(say(`desk.silence.${n}`), () => this.#ask("offer_silence", { length: n * this.#circle.settings.minute })))),
    ]
  }

  #others({ others, handing_to: handing }) {
    const present = others.filter((other) => other.present)
    if (!present.length) return el("p", {}, say("desk.nobody_else"))
    return [
      handing && el("p", {}, say("desk.handing", { name: isolated(others.find(({ seat }) => seat === handing)?.name ?? "") })),
      el("div", { class: "actions" }, present.map(({ seat, name }) => quiet(say("desk.hand_over_to", { name: isolated(name) }), () => this.#ask("hand_over", { to: seat })))),
      el("p", { class: "muted" }, say("me.tired")),
    ]
  }

  #minute({ others }) {
    const other = others.find(({ present }) => present)
    return [
      el("p", {}, other ? say("me.minute.with", { name: isolated(other.name) }) : say("me.minute.alone")),
      button(say("me.minute.do"), () => this.#ask("need_minute")),
    ]
  }

  #lines(room, { others }) {
    const round = room.round ? say(`kind.${room.round.kind}`) : ""
    const name = isolated(others.find(({ present }) => present)?.name ?? say("someone"))
    const lines = LINES.map((code) => this.#circle.content.script(`script.${code}`)).filter(Boolean)
    return [
      el("p", { class: "muted" }, say("say.line")),
      el("ul", { class: "prompts", tabindex: "0", "aria-label": say("say.title") }, lines.map((line) => el("li", { class: "script" }, line.replaceAll("{name}", name).replaceAll("{round}", round)))),
    ]
  }

  #open(opened) {
    this.#opened = opened
    this.update()
  }

  #ask(command, fields) {
    this.#open(null)
    this.#circle.ask(command, fields)
  }
}
