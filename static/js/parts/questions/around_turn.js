import { say } from "../../models/texts.js"
import { button, el, primary, quiet, redraw, told } from "../dom.js"

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
        primary(say("mine.finish"), () => this.ask(null, "finish_turn", { turn: turn.id })),
        button(say("mine.more_time"), () => this.ask("note.more_time", "ask_more_time", { turn: turn.id })),
        quiet(say("mine.let_go"), () => this.ask("done.let_go", "let_go", { turn: turn.id })),
      ),
    ])
  }
}

// My turn has ended; the circle rests with it.
export class After extends Question {
  update({ you, room }) {
    const mine = you.shares.some(({ id }) => id === you.turn.id)
    const spoke = mine || you.turn.how === "speak" || you.turn.how === "quiet"
    redraw(this.element, [spoke, room.space?.phase], () => [el("h3", {}, say(spoke ? "after.stayed" : "done.passed"))])
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
