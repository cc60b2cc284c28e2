import { momentKey, questionOf, stepKey } from "../models/scene.js"
import { say } from "../models/words.js"
import { button, el, quiet, redraw, told } from "./dom.js"
import { nowOf, roomLine } from "./now.js"
import * as plain from "./questions/plain.js"
import { Shares } from "./shares.js"

// Every question a screen can ask. One at a time; scene.js says which.
const questions = {
  after: plain.After,
  agreements: plain.Agreements,
  offer: plain.Offer,
  practice: plain.Practice,
  queued: plain.Queued,
  space: plain.OpenSpace,
  speaking: plain.Speaking,
  up_next: plain.UpNext,
}

// The longer ones come once the room stands, with their words, so that it stands sooner on a slow line.
const LONGER = [
  () => import("./questions/gather.js"),
  () => import("./questions/composer.js"),
  () => import("./questions/quiet.js"),
  () => import("./questions/replies.js"),
  () => import("./questions/private_time.js"),
  () => import("./questions/deeper.js"),
]

// As many questions as can lie under each other: one's own, a silence's choice, its quiet.
const KEPT = 4

const ABOUT_ROUND = ["micro_sharing.introduced", "arrival.agreements"]

// Beside the ring: what the room is at, the one thing asked of me, then words that are here.
export class Stage {
  #circle
  #places
  #question = null
  #shown = null
  #interrupted = new Map()
  #view = null
  #shares
  #around = []

  constructor(element, circle) {
    this.#circle = circle
    this.#places = Object.fromEntries(
      ["now", "note", "beside", "question", "answer", "words", "mine", "after", "further"].map((name) => [name, element.querySelector(`.stage-${name}`)]),
    )
    this.#shares = new Shares(this.#places.words, circle)
  }

  #bringLonger() {
    this.#circle.later.begin()
    for (const load of LONGER) this.#bring(load)
    this.#bringAround()
  }

  // What stands around the question, and at each share.
  async #bringAround() {
    const { later } = this.#circle
    const [{ Beside }, { Further }, { Flags }, { OwnShares }] = await Promise.all([
      later.bring(() => import("./beside.js")),
      later.bring(() => import("./further.js")),
      later.bring(() => import("./flags.js")),
      later.bring(() => import("./own_shares.js")),
    ])
    this.#circle.flags = new Flags(this.#circle)
    const { beside, further, mine } = this.#places
    this.#around = [new Beside(beside, this.#circle), new Further(further, this.#circle), new OwnShares(mine, this.#circle)]
    this.update(this.#view)
  }

  async #bring(load) {
    Object.assign(questions, (await this.#circle.later.bring(load)).default)
    this.#ask(this.#view)
  }

  update(view) {
    if (!this.#view) this.#bringLonger()
    this.#view = view
    this.#now(view)
    this.#note(view)
    this.#ask(view)
    this.#answer(view)
    this.#shares.update(view)
    this.#after(view)
    for (const one of this.#around) one.update(view)
  }

  tick() {
    this.#question?.tick?.()
    for (const one of this.#around) one.tick?.()
  }

  #now(view) {
    const { title, told: lines } = nowOf(view, this.#circle.content)
    const all = [...lines, roomLine(view.room)].filter(Boolean)
    redraw(this.#places.now, [title, all], () => [el("h2", {}, title), ...all.map(told)])
  }

  #note({ room, local }) {
    const note = local.note?.moment === momentKey(room) ? local.note.text : null
    redraw(this.#places.note, [note, local.pauseAsked], () => [
      local.pauseAsked && this.#pauseNote(room),
      note && el("p", {}, note),
    ])
  }

  #pauseNote(room) {
    const few = room.roster.filter(({ facilitates }) => !facilitates).length < 4
    return el(
      "div",
      { class: "question stack-tight" },
      el("p", {}, say(few ? "done.pause_sent_few" : "done.pause_sent")),
      el(
        "div",
        { class: "actions" },
        button(say("bar.curtain"), () => this.#circle.change({ curtain: true, pauseAsked: false })),
        button(say("bar.step_out"), () => this.#stepOut()),
        quiet(say("pause.withdraw"), () => this.#cancelPause()),
        quiet(say("care.close"), () => this.#circle.change({ pauseAsked: false })),
      ),
    )
  }

  #stepOut() {
    this.#circle.change({ pauseAsked: false })
    this.#circle.ask("step_out")
  }

  #cancelPause() {
    this.#circle.change({ pauseAsked: false })
    this.#circle.note("done.pause_withdrawn")
    this.#circle.ask("cancel_pause_please")
  }

  // A question keeps its fields while it stays the same question, whatever else changes around it.
  #ask(view) {
    const name = questionOf(view)
    const key = questions[name] && `${name}:${stepKey(view.room)}:${view.you.turn?.id ?? ""}:${view.you.reply_to?.share ?? ""}`
    if (key !== this.#shown) {
      const focus = this.#places.question.contains(document.activeElement) ? document.activeElement : null
      if (this.#shown) this.#keep(this.#shown, { question: this.#question, focus })
      const kept = this.#interrupted.get(key)
      this.#shown = key
      this.#question = kept?.question ?? (key ? new questions[name](this.#circle, view) : null)
      this.#places.question.replaceChildren(...(this.#question ? [this.#question.element] : []))
      this.#places.question.hidden = !this.#question
      this.#giveFocus(focus, kept)
    }
    this.#question?.update?.(view)
  }

  // A pause or a silence comes between: what was half chosen is there again after it.
  #keep(key, one) {
    this.#interrupted.delete(key)
    this.#interrupted.set(key, one)
    if (this.#interrupted.size > KEPT) this.#interrupted.delete(this.#interrupted.keys().next().value)
  }

  #giveFocus(lost, kept) {
    const elsewhere = document.activeElement !== document.body && document.activeElement !== this.#places.now
    if (!elsewhere && kept?.focus) kept.focus.focus({ preventScroll: true })
    else if (lost) this.#places.now.focus({ preventScroll: true })
  }

  #answer({ local }) {
    const { answer } = this.#places
    if (answer.textContent === (local.answer ?? "")) return
    answer.textContent = local.answer ?? ""
    // Whoever asked at the desk looks elsewhere, and may have a long question open above it.
    if (local.answer) answer.scrollIntoView({ block: "center" })
  }

  #after({ room, you, local }) {
    const { round } = room
    const prompts = round && ABOUT_ROUND.includes(`${round.kind}.${round.step}`) ? this.#aboutRound(room) : []
    const shown = you.shown && round?.step ? round.step : null
    const skipped = local.skipped === stepKey(room)
    const reclaim = you.can_reclaim && !you.asked && !room.stop
    redraw(this.#places.after, [prompts, shown, skipped, reclaim], () => [
      !skipped && prompts.length ? el("ul", { class: "prompts" }, prompts.map((text) => el("li", {}, text))) : null,
      shown && quiet(say("care.take_back_shown"), () => this.#takeBack(round)),
      reclaim && quiet(say("care.reclaim"), () => this.#circle.ask("reclaim", { round: round.index })),
    ])
  }

  #aboutRound(room) {
    const { content } = this.#circle
    if (room.round.kind === "arrival") return [...content.agreements, ...room.agreements.added]
    return content.prompts(room.round.depth).map(([, text]) => text)
  }

  #takeBack(round) {
    this.#circle.note("done.taken_back")
    const step = round.words_step ?? round.step
    this.#circle.ask("take_back_shown", { round: round.index, step })
  }
}
