import { height, levelsUpTo } from "../models/promises.js"
import { say } from "../models/words.js"
import { button, el, named, redraw } from "./dom.js"

// Words that reached this seat, and the words that people showed together.
export class Shares {
  #element
  #circle

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update({ room }) {
    const names = new Map(room.roster.map(({ seat, name }) => [seat, name]))
    const together = (room.round?.words ?? []).filter(([seat]) => names.has(seat))
    redraw(this.#element, [room.shares, together, [...names], this.#circle.content.lessons], () => [
      together.length > 0 && this.#together(together, names, room.round),
      ...[...room.shares].reverse().map(share),
    ])
  }

  #together(together, names, round) {
    return el(
      "ul",
      { class: "shown", "aria-label": say(`shown.${round.words_step ?? "choosing"}`) },
      together.map(([seat, word]) => el("li", {}, el("b", {}, el("bdi", {}, this.#circle.content.text(word))), el("span", {}, named(names.get(seat))))),
    )
  }
}

function share({ name, text }) {
  return el("article", { class: "share" }, el("p", { class: "share-name" }, named(name)), el("p", { class: "share-text", dir: "auto" }, text))
}

// My own words while we are here: what came back, how to lower that, how to take them back.
export class OwnShares {
  #element
  #circle

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update({ you }) {
    redraw(this.#element, [you.shares, this.#circle.content.lessons], () => you.shares.map((share) => this.#card(share)))
  }

  #card(share) {
    return el(
      "article",
      { class: "share", "aria-label": say("after.own_share") },
      el("p", { class: "share-name" }, `${say("after.own_share")} · ${say(`level.${share.level}`)}`),
      el("p", { class: "share-text", dir: "auto" }, share.text),
      share.replies.length > 0 && el("ul", { class: "replies" }, share.replies.map((reply) => this.#reply(reply))),
      el(
        "div",
        { class: "actions" },
        button(say("care.take_back"), () => this.#takeBack(share.id), { "data-key": `back:${share.id}` }),
        levelsUpTo(share.level)
          .filter((level) => height(level) < height(share.level))
          .map((level) => button(say("mine.lower", { level: say(`level.${level}`) }), () => this.#lower(share.id, level), { class: "button-quiet" })),
      ),
    )
  }

  #reply({ name, text }) {
    return el("li", {}, named(name), ": ", el("span", { class: "reply-words", dir: "auto" }, this.#circle.content.text(text)))
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
