import { say } from "../models/words.js"
import { button, el, redraw } from "./dom.js"

const SIZES = ["usual", "bigger", "biggest"]

// Look after myself: every other way to take care, one tap each.
export class Care {
  title = "care.title"
  element = el("div", { class: "stack" })
  #circle
  #more = null

  constructor(circle) {
    this.#circle = circle
    this.#bringMore()
  }

  async #bringMore() {
    const { CareMore } = await this.#circle.later.bring(() => import("./care_more.js"))
    this.#more = new CareMore(this.#circle)
    if (this.#circle.store.local.sheet === "care") this.update(this.#circle.store.view)
  }

  update(view) {
    const { room, you, local } = view
    const picture = [this.#more?.picture(view), room?.round?.index, room?.round?.kind, you?.mode, you?.place, you?.level, you?.turn?.id, you?.turn?.phase, you?.asked, you?.shares, local.text, local.motion, local.hideTimer, local.digits]
    redraw(this.element, picture, () => [
      this.#part("care.today", this.#today(room, you)),
      this.#more?.reaches(view),
      this.#words(view),
      this.#part("care.my_screen", this.#screen(local)),
      this.#more?.languages(),
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
      this.#more?.today(),
      button(say("care.back_to_me"), () => this.#circle.change({ backToMe: true, sheet: null })),
      you?.level !== "none" && button(say("care.just_be"), () => this.#done("done.lowered", "set_reply_level", { level: "none", share: null })),
    ]
  }

  #words(view) {
    const { you } = view
    if (!you) return null
    const controls = [...(this.#more?.words(view) ?? []), ...this.#shared(you)]
    return controls.length ? this.#part("care.my_words", controls) : null
  }

  #shared(you) {
    return you.shares.flatMap((share) => [
      button(say("care.take_back"), () => this.#done("done.taken_back", "take_back_share", { share: share.id }), { "data-key": `back:${share.id}` }),
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
      this.#more?.screen(),
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
    this.#circle.noteInSight(note)
    this.#circle.ask(command, fields)
  }

  #leave(withWords) {
    this.#circle.change({ sheet: null, curtain: false, backToMe: false })
    this.#circle.ask("leave", { with_words: withWords })
  }
}
