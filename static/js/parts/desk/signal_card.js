import { isolated, say } from "../../models/words.js"
import { button, el, redraw } from "../dom.js"
import { pauseRing } from "./pause_ring.js"

const ANSWERS = { pause: "tray.pause_now", end_of_turn: "tray.end_of_turn", seen: "tray.seen" }

const TITLES = { handing: "desk.accept_lead.line" }

export function titleOf({ kind, name }) {
  return say(TITLES[kind] ?? `tray.${kind}`, { name: isolated(name ?? "") })
}

// One thing that came, and its own acts, one tap each. Who sent it is not known here.
export class SignalCard {
  #element
  #circle
  #putAway
  #asked = false
  #need
  #view

  constructor(element, circle, putAway) {
    this.#element = element
    this.#circle = circle
    this.#putAway = putAway
    element.classList.add("signal")
  }

  update(need = this.#need, view = this.#view) {
    this.#need = need
    this.#view = view
    const acts = this[`_${need.kind}`]?.(need, view) ?? []
    redraw(this.#element, [need, acts.map((act) => act?.textContent), this.#asked], () => [
      el("div", { class: "card-head" }, need.kind === "pause" && pauseRing(), el("p", {}, el("b", {}, titleOf(need)), " ", el("span", { class: "age muted" }))),
      need.kind === "pause" && el("p", { class: "by-itself muted" }, say("tray.by_itself")),
      need.kind === "lighter" && el("p", { class: "muted" }, say("tray.lighter.line")),
      need.text && el("blockquote", { dir: "auto" }, need.text),
      this.#asked ? this.#removal(need) : el("div", { class: "actions" }, acts),
    ])
  }

  _pause(need) {
    return ["pause", "seen", "end_of_turn"].map((how) => this.#answer(need, how))
  }

  _lighter(need, { room: { round } }) {
    const may = round?.kind === "micro_sharing" && round.depth > 1
    return [may && this.#act(need, "desk.lower_depth", () => this.#lower(need, round)), this.#answer(need, "seen")]
  }

  // The words and their author are here, and what may be done about them is within reach.
  _flag(need, { desk }) {
    const author = authorOf(need, desk)
    const covered = coveredNow(need, desk)
    return [
      covered !== null && this.#act(need, covered ? "tray.uncover" : "tray.cover", () => this.#circle.ask("cover", { share: need.share, reply: need.reply ?? null, covered: !covered })),
      author?.may_offer && this.#act(need, "offer_private.do", () => this.#circle.ask("private_offer", { seat: author.seat })),
      this.#answer(need, "seen"),
      author && author.presence !== "removed" && this.#act(need, "desk.remove", () => this.#ask(true), { name: isolated(need.name) }),
    ]
  }

  _suggestion(need, { room: { round } }) {
    const may = !round?.step || round.step === "agreements"
    return [may ? this.#act(need, "tray.adopt", () => this.#adopt(need)) : el("p", { class: "muted whole-line" }, say("tray.adopt_later")), this.#answer(need, "seen")]
  }

  _more_time(need) {
    return [this.#act(need, "desk.give_time", () => this.#circle.ask("give_time", { turn: need.turn })), this.#act(need, "tray.leave_time", this.#putAway)]
  }

  _handing(need) {
    return [this.#act(need, "desk.accept_lead", () => this.#circle.ask("accept_lead"))]
  }

  _process(need) {
    return [this.#act(need, "tray.answer", () => this.#reply()), this.#act(need, "tray.read", this.#putAway)]
  }

  #act({ key }, code, act, values) {
    return button(say(code, values), act, { "data-key": `${key}:${code}` })
  }

  #answer(need, how) {
    return this.#act(need, ANSWERS[how], () => this.#circle.ask("answer_signal", { signal: need.id, how }))
  }

  #lower(need, { index: round, depth }) {
    this.#circle.ask("lower_depth", { round, depth: depth - 1 })
    this.#circle.ask("answer_signal", { signal: need.id, how: "seen" })
  }

  async #adopt(need) {
    const { ok } = await this.#circle.ask("add_agreement", { text: need.text })
    if (ok) this.#circle.ask("answer_signal", { signal: need.id, how: "seen" })
  }

  #reply() {
    this.#putAway()
    const team = document.querySelector("#desk .team")
    team.open = true
    team.querySelector("textarea").focus()
  }

  #ask(asked) {
    this.#asked = asked
    this.update()
    this.#element.querySelector("button")?.focus({ preventScroll: true })
  }

  #removal(need) {
    const name = isolated(need.name)
    return [
      el("p", {}, say("desk.remove.ask", { name })),
      el("div", { class: "actions" }, button(say("twice.no"), () => this.#ask(false)), button(say("desk.remove.do", { name }), () => this.#remove(need), { class: "button-firm" })),
    ]
  }

  #remove(need) {
    this.#asked = false
    this.#circle.ask("remove_seat", { seat: need.seat })
    this.#circle.ask("answer_signal", { signal: need.id, how: "seen" })
  }
}

// By the seat: the name of somebody who was removed may be somebody else's now.
function authorOf(need, { seats }) {
  return seats.find(({ seat, facilitates }) => seat === need.seat && !facilitates)
}

// Whether the flagged words are set aside; null when they are not in the room any more.
function coveredNow({ share, reply }, { shares = [], replies }) {
  const found = reply === null || reply === undefined ? shares.find(({ id }) => id === share) : replies.find(({ id }) => id === reply)
  return found ? Boolean(found.covered) : null
}
