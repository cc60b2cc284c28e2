import { say } from "../../models/words.js"
import { button, el, primary, quiet, redraw, told } from "../dom.js"

const LANDINGS = ["lighter", "same", "heavier", "cannot_tell", "no_answer"]

class Question {
  element = el("div", { class: "question" })

  constructor(circle) {
    this.circle = circle
  }

  ask(note, command, fields) {
    if (note) this.circle.note(note)
    this.circle.ask(command, fields)
  }
}

// Somebody else has the space, and after that there is room for me.
export class UpNext extends Question {
  constructor(circle, { room }) {
    super(circle)
    const round = room.round.index
    this.element.append(
      el("h3", {}, say("offer.up_next")),
      el(
        "div",
        { class: "actions" },
        button(say("bar.pass"), () => this.ask("done.passed", "pass", { round })),
        button(say("care.later"), () => this.ask("done.later", "later", { round })),
      ),
    )
  }
}

// I have the space and speak, or keep the quiet.
export class Speaking extends Question {
  update({ you }) {
    const { turn } = you
    redraw(this.element, [turn.id, turn.how, turn.more_asked], () => [
      told(say("speaking.text")),
      el(
        "div",
        { class: "actions" },
        primary(say("mine.finish"), () => this.#finish(turn.id)),
        button(say("mine.more_time"), () => this.ask("note.more_time", "ask_more_time", { turn: turn.id })),
        quiet(say("mine.let_go"), () => this.ask("done.let_go", "let_go", { turn: turn.id })),
      ),
    ])
  }

  // What was said of the time left is over with it.
  #finish(turn) {
    this.circle.change({ note: null })
    this.ask(null, "finish_turn", { turn })
  }
}

// My turn has ended; the circle rests with it.
export class After extends Question {
  #landed = null

  update({ you, room }) {
    const mine = you.shares.some(({ id }) => id === you.turn.id)
    const spoke = mine || you.turn.how === "speak" || you.turn.how === "quiet"
    redraw(this.element, [spoke, this.#landed, room.space?.phase], () => [
      el("h3", {}, say(spoke ? "after.stayed" : "done.passed")),
      spoke && this.#landing(),
    ])
  }

  // The answer goes nowhere: it is asked so that the person may ask themselves.
  #landing() {
    return el(
      "div",
      { class: "stack-tight" },
      el("p", {}, say("after.landed"), " ", el("span", { class: "muted" }, say("after.landed_line"))),
      el("div", { class: "actions" }, LANDINGS.map((way) => button(say(`after.${way}`), () => this.#land(way), { "aria-pressed": String(this.#landed === way) }))),
      this.#landed === "heavier" && el("p", {}, say("after.heavier_line")),
    )
  }

  #land(way) {
    this.#landed = way
    this.update(this.circle.store.view)
  }
}

// An empty space for everyone at once: passing is all there is to practise.
export class Practice extends Question {
  constructor(circle, { room }) {
    super(circle)
    this.element.append(
      el("h3", {}, say("offer.practice")),
      el("div", { class: "actions" }, primary(say("bar.pass"), () => this.ask("done.passed", "pass", { round: room.round.index }))),
    )
  }
}

// I asked for the space in an open step.
export class Queued extends Question {
  constructor(circle, { room }) {
    super(circle)
    this.element.append(
      el("h3", {}, say("offer.asked")),
      el("div", { class: "actions" }, quiet(say("offer.unask"), () => this.ask("done.passed", "pass", { round: room.round.index }))),
    )
  }
}

// There's space for you, if you'd like it. Four answers, and none of them has to be given.
export class Offer {
  element = el("div", { class: "question" })
  #circle
  #choosing = false
  #view

  constructor(circle) {
    this.#circle = circle
  }

  update(view = this.#view) {
    this.#view = view
    const { room, you } = view
    redraw(this.element, [you.turn?.id, this.#choosing], () => [
      this.#choosing && el("h3", {}, say("offer.how")),
      el("div", { class: "actions" }, this.#choosing ? this.#ways(you.turn) : this.#answers(room, you.turn)),
      !this.#choosing && told(say("offer.text")),
    ])
  }

  #answers(room, turn) {
    const round = room.round.index
    return [
      primary(say("offer.take"), () => this.#take(turn)),
      button(say("bar.pass"), () => this.#ask("done.passed", "pass", { round })),
      button(say("care.later"), () => this.#ask("done.later", "later", { round })),
      button(say("offer.moment"), () => this.#ask("done.moment", "need_moment", { turn: turn.id })),
    ]
  }

  #ways(turn) {
    return [
      button(say("offer.write"), () => this.#begin(turn, "write")),
      button(say("offer.speak"), () => this.#begin(turn, "speak")),
      button(say("offer.quiet"), () => this.#begin(turn, "quiet")),
      quiet(say("offer.back"), () => this.#choose(false)),
    ]
  }

  #take(turn) {
    const how = { written: "write", spoken: "speak" }[this.#circle.settings.medium]
    if (how) this.#begin(turn, how)
    else this.#choose(true)
  }

  #choose(choosing) {
    this.#choosing = choosing
    this.update()
    this.element.querySelector("button").focus({ preventScroll: true })
  }

  #begin(turn, how) {
    this.#circle.ask("take_turn", { turn: turn.id, how })
  }

  #ask(note, command, fields) {
    this.#circle.note(note)
    this.#circle.ask(command, fields)
  }
}

// An open step: room for anyone who would like it, and no need.
export class OpenSpace {
  element

  constructor(circle, { room }) {
    const round = room.round.index
    this.element = el(
      "div",
      { class: "question" },
      el("h3", {}, say("open_space.title")),
      told(say("open_space.text")),
      el(
        "div",
        { class: "actions" },
        primary(say("offer.ask"), () => circle.ask("reclaim", { round })),
        button(say("bar.pass"), () => {
          circle.note("done.passed")
          circle.ask("pass", { round })
        }),
      ),
    )
  }
}

// A line was added: words reach this seat again once it has been accepted.
export class Agreements {
  element

  constructor(circle, { room }) {
    const { version, added } = room.agreements
    this.element = el(
      "div",
      { class: "question" },
      el("h3", {}, say("agreements.changed")),
      el("ul", { class: "prompts" }, added.map((line) => el("li", {}, line))),
      el("div", { class: "actions" }, primary(say("agreements.accept"), () => circle.ask("accept_agreements", { version }))),
    )
  }
}
