import { chosenOf, lineWith, nobodyReceives, people, unanswered } from "../models/lines.js"
import { isolated, say } from "../models/words.js"
import { button, el, quiet, redraw, told } from "./dom.js"
import { LineTalk } from "./line_talk.js"
import { LineWriting } from "./line_writing.js"

// The private line: one person who holds the room, and me. Nobody else is sent any of it.
export default class PrivateLine {
  title = "bar.private_line"
  #circle
  #whom = el("div", { class: "stack-tight" })
  #talk
  #waiting = el("div", { class: "line-waiting stack-tight" })
  #writing
  #foot = el("div", { class: "line-foot stack-tight" })
  #opened = new Set()
  #wiping = false
  element

  constructor(circle) {
    this.#circle = circle
    this.#talk = new LineTalk()
    this.#writing = new LineWriting(circle)
    this.element = el("div", { class: "line stack" }, this.#whom, this.#talk.element, this.#waiting, this.#writing.element, this.#foot)
  }

  update(view = this.#circle.store.view) {
    const { room, you } = view
    if (!room || !you) return
    const one = chosenOf(view)
    const line = one && lineWith(you, one.seat)
    this.#whomUpdate(view, one, Boolean(line?.messages.length))
    this.#talk.update(line)
    this.#waitingUpdate(view, one, line)
    this.#writing.update(view, one, line)
    if (line && this.#talk.grew) this.#writing.element.scrollIntoView({ block: "end" })
    this.#footUpdate(you, one, line)
    this.#open(line)
  }

  // Seen as long as the sheet shows it; the server is told once for each new message.
  #open(line) {
    const last = line?.messages.at(-1)
    if (!line?.unread || !last || this.#opened.has(last.id) || document.hidden) return
    this.#opened.add(last.id)
    this.#circle.ask("open_line", { with: line.with })
  }

  #whomUpdate(view, one, begun) {
    const all = people(view)
    redraw(this.#whom, [all, one, begun, view.you.facilitates], () => [
      !begun && el("p", { class: "words" }, say(view.you.facilitates ? "privately.to_you" : "privately.company")),
      !one && all.length > 1 && el("p", {}, say("privately.whom")),
      all.length > 1 && el("div", { class: "actions" }, all.map((other) => this.#choice(other, one))),
      one && told(say("privately.between", { name: isolated(one.name) })),
      all.length === 0 && told(say("privately.nobody")),
    ])
  }

  #choice({ seat, name, here }, one) {
    const pressed = String(seat === one?.seat)
    return button(here ? name : say("privately.away", { name: isolated(name) }), () => this.#choose(seat), { "aria-pressed": pressed, "data-key": seat })
  }

  #choose(seat) {
    this.#wiping = false
    this.#circle.change({ lineTo: seat })
  }

  #waitingUpdate({ room, you }, one, line) {
    const held = !you.facilitates && nobodyReceives({ room, you })
    const others = (you.receivers ?? []).filter(({ seat }) => seat !== one?.seat)
    const waiting = Boolean(line?.waiting) && !held
    redraw(this.#waiting, [held, waiting, one, others, waiting && unanswered(line)], () => [
      held && one && el("p", {}, say("privately.held")),
      held && el("div", { class: "actions" }, button(say("care.support"), () => this.#circle.showSupport())),
      waiting && el("p", {}, say("privately.waiting", { name: isolated(one.name) })),
      waiting && el("div", { class: "actions" }, others.map((other) => this.#instead(other, line))),
    ])
    this.#waiting.hidden = !held && !waiting
  }

  // It goes to nobody else by itself, only by this tap.
  #instead({ seat, name }, line) {
    return button(say("privately.instead", { name: isolated(name) }), () => {
      this.#circle.ask("write_privately", { to: seat, text: unanswered(line) })
      this.#choose(seat)
    })
  }

  #footUpdate(you, one, line) {
    const some = Boolean(line?.messages.length)
    const offers = you.private_offers !== false
    redraw(this.#foot, [some, this.#wiping, one, offers, you.facilitates], () => [
      some && !this.#wiping && quiet(say("privately.wipe"), () => this.#sure(true)),
      some && this.#wiping && this.#wipe(one),
      !you.facilitates && quiet(say("care.no_offers"), () => this.#circle.ask("no_private_offers", { on: offers }), { "aria-pressed": String(!offers) }),
    ])
  }

  #wipe({ seat, name }) {
    return el(
      "div",
      { class: "stack-tight" },
      el("p", {}, say("privately.wipe_sure", { name: isolated(name) })),
      el(
        "div",
        { class: "actions" },
        button(say("privately.wipe_do"), () => this.#gone(seat)),
        button(say("privately.wipe_keep"), () => this.#sure(false)),
      ),
    )
  }

  #sure(wiping) {
    this.#wiping = wiping
    this.update()
    if (wiping) this.#foot.querySelector("button").focus({ preventScroll: true })
  }

  #gone(seat) {
    this.#wiping = false
    this.#circle.announcer.say(say("privately.wiped"))
    this.#circle.ask("wipe_line", { with: seat })
  }
}
