import { keep } from "../journal/keep.js"
import { height, levelsUpTo } from "../models/promises.js"
import { say } from "../models/words.js"
import { button, el, named, quiet, redraw } from "./dom.js"

const COMING = new Set(["resting", "responding"])

// My own words while we are here: what came back, how to lower that, how to take them back.
export class OwnShares {
  #element
  #circle

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update({ you, local }) {
    const coming = COMING.has(you.turn?.phase) ? you.turn.id : null
    const mine = [coming, local.flagged, local.declined, Boolean(this.#circle.flags)]
    redraw(this.#element, [you.shares, mine, this.#circle.content.lessons], () => you.shares.map((share) => this.#card(share, coming)))
  }

  // With no reply the card is the one of a share that wanted none (I18).
  #card(share, coming) {
    const some = share.replies.length > 0
    const open = some || share.id === coming
    return el(
      "article",
      { class: "share", "aria-label": say("after.own_share") },
      el("p", { class: "share-name" }, open ? `${say("after.own_share")} · ${say(`level.${share.level}`)}` : say("after.own_share")),
      share.covered && this.#covered(share),
      share.heads_up && el("p", { class: "share-aside" }, say("share.heads_up")),
      el("p", { class: "share-text", dir: "auto" }, share.text),
      some && el("ul", { class: "replies" }, share.replies.map((reply) => this.#reply(reply))),
      some && this.#circle.flags?.control(share.replies.filter(({ covered, id }) => !covered && id !== undefined).map(({ id, name }) => ({ share: share.id, reply: id, name }))),
      share.id !== coming && el("p", { class: "share-stayed" }, say("after.stayed")),
      el(
        "div",
        { class: "actions" },
        button(say("care.take_back"), () => this.#takeBack(share.id), { "data-key": `back:${share.id}` }),
        open && this.#lowering(share),
        share.id !== coming && quiet(say("after.keep"), () => this.#keep(share.text), { "data-key": `keep:${share.id}` }),
      ),
    )
  }

  #lowering({ id, level }) {
    return levelsUpTo(level)
      .filter((lower) => height(lower) < height(level))
      .map((lower) => button(say("mine.lower", { level: say(`level.${lower}`) }), () => this.#lower(id, lower), { class: "button-quiet" }))
  }

  #covered({ id }) {
    const key = `covered:${id}`
    const left = this.#circle.store.local.declined.includes(key)
    if (left) return el("p", { class: "share-aside" }, say("share.covered"))
    return el(
      "div",
      { class: "share-covered stack-tight" },
      el("p", {}, say("covered.mine")),
      el(
        "div",
        { class: "actions" },
        button(say("covered.leave"), () => this.#circle.mark({ declined: [...this.#circle.store.local.declined, key] })),
        quiet(say("covered.write"), () => this.#circle.openLine()),
      ),
    )
  }

  #reply({ name, level, text, covered }) {
    if (covered) return el("li", {}, el("span", { class: "share-aside" }, say("share.covered")))
    const words = level === "presence" ? this.#circle.content.text(text) : text
    return el("li", {}, named(name), ": ", el("span", { class: "reply-words", dir: "auto" }, words))
  }

  // My own words only, and in this tab alone until the journal seals them (I29).
  #keep(text) {
    keep({ kind: "share", text })
    this.#circle.note("after.kept")
  }

  #takeBack(share) {
    this.#circle.note("done.taken_back")
    this.#circle.ask("take_back_share", { share })
  }

  #lower(share, level) {
    this.#circle.note("done.lowered")
    this.#circle.ask("set_reply_level", { share, level })
  }
}
