import { coverOf, inQuiet } from "../models/scene.js"
import { clockTime, isolated, say } from "../models/words.js"
import { button, el, primary, quiet, redraw } from "./dom.js"

const WITH_SUPPORT = new Set(["out", "left", "closed", "unopened", "removed", "signed_out", "emergency", "held_close", "back_to_me", "elsewhere"])

// After these there is only the next time.
const LAST = new Set(["closed", "unopened", "removed", "held_close"])

const GROUND = ["here", "held", "colour", "far", "hands", "nothing"]

// A screen of my own in place of the room: out, curtain, ending, closed. Each says what comes next.
export class Covers {
  #element
  #circle
  #after = el("div", { class: "stack" })
  #afterwards = null
  #wentOn = false

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
    circle.later.words.then(() => this.#bring())
  }

  update(view) {
    const cover = coverOf(view)
    const picture = [cover, this.#told(cover, view), this.#controls(cover).map((control) => control.textContent), cover === "back_to_me"]
    this.#element.hidden = !cover
    this.#element.parentElement.classList.toggle("covered", Boolean(cover))
    const shown = this.#element.dataset.cover
    this.#element.dataset.cover = cover ?? ""
    redraw(this.#element, picture, () => (cover ? this.#screen(cover, view) : []))
    if (cover && cover !== shown && cover !== "arriving") this.#circle.announcer.say(say(`cover.${cover}`))
  }

  #screen(cover, view) {
    return [
      el("h2", {}, say(`cover.${cover}`)),
      ...this.#told(cover, view).map((text) => el("p", {}, text)),
      cover === "back_to_me" ? this.#anchors() : null,
      el("div", { class: "actions" }, this.#controls(cover)),
      cover === "unopened" ? carried("fallback") : null,
      LAST.has(cover) ? carried("ahead") : null,
      cover === "closed" ? this.#goesOn() : null,
    ]
  }

  // Brought while the line was still there.
  #goesOn() {
    if (!this.#wentOn) this.#bring().then(({ afterwards }) => this.#after.append(...afterwards(this.#circle)))
    this.#wentOn = true
    this.#circle.later.begin()
    return this.#after
  }

  #bring() {
    this.#afterwards ??= this.#circle.later.bring(() => import("./afterwards.js"))
    return this.#afterwards
  }

  #told(cover, view) {
    if (!cover) return []
    const { room, you } = view
    const values = {
      time: room ? clockTime(cover === "door" ? room.starts_at : room.ends_at) : "",
      name: room ? isolated(room.holding ?? room.holders[0] ?? "") : "",
      contact: this.#circle.settings.organizer_contact ?? "",
    }
    const codes = [`cover.${cover}.line`]
    if (cover === "door") codes.splice(0, 1, doorCode(room))
    if (cover === "sitting_out") codes.push(...sittingOut(room, values))
    if (cover === "removed" && values.contact) codes.push("cover.removed.contact")
    return codes.map((code) => say(code, values))
  }

  #controls(cover) {
    const put = (part) => () => this.#circle.change(part)
    const controls = {
      out: () => [primary(say("cover.out.do"), () => this.#circle.ask("come_back"))],
      left: () => [primary(say("cover.left.do"), () => this.#circle.comeBack())],
      elsewhere: () => [primary(say("cover.elsewhere.do"), () => this.#circle.comeBack())],
      curtain: () => [primary(say("cover.curtain.do"), put({ curtain: false }))],
      back_to_me: () => [primary(say("care.close"), put({ backToMe: false })), button(say("care.listen"), () => this.#justListen()), button(say("bar.step_out"), () => this.#stepOut())],
      sitting_out: () => [primary(say("cover.sitting_out.do"), put({ sittingOut: null })), button(say("care.back_to_me"), put({ backToMe: true }))],
      signed_out: () => [primary(say("cover.signed_out.back"), () => location.reload())],
    }[cover]?.() ?? []
    if (WITH_SUPPORT.has(cover)) controls.push(quiet(say("care.support"), () => this.#circle.showSupport()))
    return controls.filter(Boolean)
  }

  #anchors() {
    return el("ul", { class: "prompts" }, GROUND.map((line) => el("li", {}, say(`ground.${line}`))))
  }

  #justListen() {
    this.#circle.change({ backToMe: false })
    this.#circle.ask("choose_mode", { mode: "listening" })
  }

  #stepOut() {
    this.#circle.change({ backToMe: false })
    this.#circle.ask("step_out")
  }
}

// What the page carries from its beginning, in case the line is gone by then; times as the group's own clock shows them.
function carried(id) {
  const part = document.getElementById(id)
  if (!part) return null
  const place = el("div", { class: "stack" }, [...part.content.cloneNode(true).childNodes])
  import("../local_times.js").then(({ tellTimes }) => tellTimes(place)).catch(() => null)
  return place
}

// What one could do meanwhile, and until when the quiet goes on.
function sittingOut({ round }, values) {
  const ends = round?.timer?.ends
  if (ends) values.time = clockTime(ends)
  return ends ? ["sat_out.things", "sat_out.until"] : ["sat_out.things"]
}

function doorCode(room) {
  if (inQuiet(room)) return "cover.door.silence"
  if (room.phase === "doors_open") return "cover.door.early"
  return room.space ? "cover.door.someone" : "cover.door.line"
}
