import { about, bare, clockTime, isolated, knows, listed, say } from "../models/words.js"
import { button, el, redraw } from "./dom.js"

const SIZES = ["usual", "bigger", "biggest"]

// Look after myself: every other way to take care, one tap each.
export class Care {
  title = "care.title"
  element = el("div", { class: "stack" })
  #circle

  constructor(circle) {
    this.#circle = circle
  }

  update({ room, you, local }) {
    const picture = [room?.round?.index, room?.round?.kind, you?.mode, you?.place, you?.level, you?.turn?.id, you?.turn?.phase, you?.asked, you?.shares, local.text, local.motion, local.hideTimer, local.digits]
    redraw(this.element, picture, () => [
      this.#part("care.today", this.#today(room, you)),
      you?.shares?.length ? this.#part("care.my_words", this.#words(you)) : null,
      this.#part("care.my_screen", this.#screen(local)),
      this.#part("care.room", this.#room()),
    ])
  }

  #part(code, controls) {
    return el("section", {}, el("h3", {}, say(code)), el("div", { class: "actions" }, controls))
  }

  #today(room, you) {
    const listening = you?.mode === "listening"
    const round = room?.round && room.round.index >= 0 ? room.round.index : null
    return [
      button(say(listening ? "care.listen_end" : "care.listen"), () => this.#listen(listening)),
      round !== null && button(say("care.pass_round"), () => this.#passRound(round)),
      round !== null && button(say("care.later"), () => this.#done("done.later", "later", { round })),
      you?.asked === "offered" && button(say("care.moment"), () => this.#done("done.moment", "need_moment", { turn: you.turn?.id })),
      button(say("care.back_to_me"), () => this.#circle.change({ backToMe: true, sheet: null })),
      you?.level !== "none" && button(say("care.just_be"), () => this.#done("done.lowered", "set_reply_level", { level: "none", share: null })),
    ]
  }

  #words(you) {
    return you.shares.flatMap((share) => [
      button(say("care.take_back"), () => this.#done("done.taken_back", "take_back_share", { share: share.id })),
      share.level !== "none" &&
        button(say("care.just_be"), () => this.#done("done.lowered", "set_reply_level", { level: "none", share: share.id })),
    ])
  }

  #screen(local) {
    const next = SIZES[(SIZES.indexOf(local.text) + 1) % SIZES.length]
    return [
      button(say("care.bigger"), () => this.#circle.display({ text: next }), { "aria-pressed": String(local.text !== "usual") }),
      this.#toggle("care.less_motion", local.motion === "less", (on) => this.#circle.display({ motion: on ? "less" : "usual" })),
      this.#toggle("care.hide_timer", local.hideTimer, (on) => this.#circle.display({ hideTimer: on })),
      this.#toggle("care.digits", local.digits, (on) => this.#circle.display({ digits: on })),
    ]
  }

  #room() {
    return [
      button(say("care.where"), () => this.#circle.change({ sheet: "where" })),
      button(say("care.support"), () => this.#circle.showSupport()),
      button(say("care.leave"), () => this.#leave(false)),
      button(say("care.leave_with_words"), () => this.#leave(true)),
    ]
  }

  #toggle(code, on, set) {
    return button(say(code), () => set(!on), { "aria-pressed": String(Boolean(on)) })
  }

  #listen(already) {
    this.#circle.note(already ? "done.open" : "done.listening")
    this.#circle.ask("choose_mode", { mode: already ? "open" : "listening" })
  }

  #passRound(round) {
    this.#done("done.passed", "pass", { round, whole_round: true })
  }

  #done(note, command, fields) {
    this.#circle.change({ sheet: null })
    this.#circle.note(note)
    this.#circle.ask(command, fields)
  }

  #leave(withWords) {
    this.#circle.change({ sheet: null, curtain: false, backToMe: false })
    this.#circle.ask("leave", { with_words: withWords })
  }
}

// Where am I: a list that is true, and changes while it is read.
export class Where {
  title = "care.where"
  element = el("ul", { class: "prompts" })
  #circle
  #view = null

  constructor(circle) {
    this.#circle = circle
  }

  update(view) {
    this.#view = view
    const facts = this.#facts(view)
    redraw(this.element, facts, () => facts.map((text) => el("li", {}, text)))
  }

  tick() {
    if (this.#view) this.update(this.#view)
  }

  #facts({ room, you }) {
    if (!room || !you) return [say("where.kept"), say("where.leave")]
    const others = room.roster.filter(({ seat }) => seat !== you.seat)
    const here = namesOf(others.filter((seat) => seat.here))
    const away = namesOf(others.filter((seat) => !seat.here))
    return [
      this.#circle.settings.group_name,
      here.length ? say("where.here", { names: listed(here) }) : say("where.alone"),
      away.length > 0 && say("where.away", { names: listed(away) }),
      room.holding ? say("where.holding", { names: isolated(room.holding) }) : say("where.unheld"),
      stepOf(room),
      you.audience.length > 0 && say("where.audience", { names: listed(you.audience) }),
      say("where.unseen"),
      say("where.kept"),
      say("where.time_left", { length: about(room.ends_at - this.#circle.clock.now()) }),
      say("where.ends", { time: clockTime(room.ends_at) }),
      say("where.leave"),
    ].filter(Boolean)
  }
}

function namesOf(seats) {
  return seats.map(({ name }) => name)
}

function stepOf({ round }) {
  if (!round?.step) return null
  const step = `step.${round.kind}.${round.step}`
  return say("where.step", { step: bare(knows(step) ? say(step) : say(`kind.${round.kind}`)) })
}
