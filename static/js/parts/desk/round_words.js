import { isolated, say } from "../../models/words.js"
import { button, el, redraw } from "../dom.js"

// This round's shares and replies by name, so that something can be set aside for now, and shown again.
export class RoundWords {
  #element
  #circle

  constructor(element, circle) {
    this.#element = element
    this.#circle = circle
  }

  update({ room, desk }) {
    const { shares = [], replies } = desk
    const headsUp = room.shares.filter(({ heads_up: warned }) => warned).map(({ id }) => id)
    const open = this.#element.querySelector("details")?.open ?? true
    redraw(this.#element, [shares, replies, headsUp], () =>
      shares.length + replies.length > 0 &&
      el(
        "details",
        { open },
        el("summary", {}, say("round.title")),
        el(
          "ul",
          { class: "list-plain round-words" },
          shares.map((share) => [this.#share(share, headsUp.includes(share.id)), ...replies.filter((reply) => reply.share === share.id).map((reply) => this.#reply(reply, share))]),
          replies.filter(({ share }) => !shares.some(({ id }) => id === share)).map((reply) => this.#reply(reply, null)),
        ),
        el("p", { class: "muted" }, say("round.line")),
      ),
    )
  }

  #share({ id, name, covered }, warned) {
    const marks = [covered && say("round.covered"), warned && say("round.heads_up")].filter(Boolean)
    return el(
      "li",
      { class: "row" },
      el("p", {}, say("round.share", { name: isolated(name) }), marks.length > 0 && el("small", {}, marks.join(" · "))),
      this.#cover(id, null, covered),
    )
  }

  #reply({ id, share, name, text, covered }, to) {
    const from = to ? say("round.reply", { name: isolated(name), names: isolated(to.name) }) : say("after.reply_from", { name: isolated(name) })
    return el(
      "li",
      { class: "row reply" },
      el("p", {}, el("small", {}, [from, covered && say("round.covered")].filter(Boolean).join(" · ")), el("span", { class: "reply-words", dir: "auto" }, text)),
      id !== undefined && this.#cover(share, id, covered),
    )
  }

  #cover(share, reply, covered = false) {
    return button(say(covered ? "round.uncover" : "round.cover"), () => this.#circle.ask("cover", { share, reply, covered: !covered }), { "data-key": `cover:${share}:${reply}` })
  }
}
