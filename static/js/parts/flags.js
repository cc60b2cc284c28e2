import { isolated, say } from "../models/words.js"
import { button, el, quiet } from "./dom.js"

// Pointing those who hold the room to something that reached me. That I did is known to this device alone.
export class Flags {
  #circle

  constructor(circle) {
    this.#circle = circle
  }

  // One quiet line below words that reached me: {share, reply, name} for each of them.
  control(items) {
    const { flagged } = this.#circle.store.local
    const ofReplies = items.some(({ reply }) => reply !== null)
    if (!items.length) return null
    return [
      ...items.filter((item) => flagged.includes(keyOf(item))).map((item) => this.#standing(item)),
      el(
        "details",
        { class: "flag" },
        el("summary", {}, say(ofReplies ? "flag.ask_reply" : "flag.ask")),
        el("p", { class: "told" }, say(ofReplies ? "flag.reply" : "flag.share")),
        el("div", { class: "actions" }, items.filter((item) => !flagged.includes(keyOf(item))).map((item) => this.#choice(item))),
      ),
    ]
  }

  #choice(item) {
    return button(say("flag.of", { name: isolated(item.name) }), () => this.#flag(item), { "data-key": `flag:${keyOf(item)}` })
  }

  #standing(item) {
    return el(
      "div",
      { class: "flag standing" },
      el("p", { class: "told" }, say("flag.done", { name: isolated(item.name) })),
      quiet(say("flag.back"), () => this.#cancel(item), { "data-key": `flag:${keyOf(item)}` }),
    )
  }

  #flag(item) {
    const { flagged } = this.#circle.store.local
    this.#circle.mark({ flagged: [...flagged, keyOf(item)] })
    this.#circle.announcer.say(say("flag.done", { name: isolated(item.name) }))
    this.#circle.ask("flag", { share: item.share, reply: item.reply })
  }

  #cancel(item) {
    const { flagged } = this.#circle.store.local
    this.#circle.mark({ flagged: flagged.filter((one) => one !== keyOf(item)) })
    this.#circle.ask("cancel_flag", { share: item.share, reply: item.reply })
  }
}

function keyOf({ share, reply }) {
  return reply === null ? `${share}` : `${share}:${reply}`
}
