import { draftOf } from "../../models/shelf.js"
import { height } from "../../models/promises.js"
import { isolated, say } from "../../models/words.js"
import { button, el, quiet, told } from "../dom.js"

// The sharer would like a little company back: a phrase from the deck, or a few words where they allow it.
class Replies {
  element
  #circle
  #to
  #field = null
  #draft

  constructor(circle, { you }) {
    this.#circle = circle
    this.#to = you.reply_to
    this.#draft = draftOf(circle.settings.id, `reply:${this.#to.share}`)
    this.element = el(
      "div",
      { class: "question" },
      el("h3", {}, say("reply.invited", { name: isolated(this.#to.name) })),
      told(say("reply.line")),
      height(this.#to.level) > height("presence") && this.#writing(),
      ...circle.content.deck.map(({ name, phrases }) => this.#phrases(name, phrases)),
      el("div", { class: "actions" }, quiet(say("reply.not_now"), () => this.#notNow())),
    )
  }

  #phrases(name, phrases) {
    return el(
      "section",
      {},
      el("h4", { class: "told" }, name),
      el("div", { class: "phrases" }, phrases.map(([code, text]) => button(text, () => this.#reply("presence", code)))),
    )
  }

  #writing() {
    const { level } = this.#to
    const stems = [...this.#circle.content.stems("reflection"), ...(level === "ideas" ? this.#circle.content.stems("ideas") : [])]
    this.#field = el("textarea", { id: "reply-words", rows: 3, maxlength: 280, dir: "auto", on: { input: () => this.#draft.write(this.#field.value) } })
    this.#field.value = this.#draft.read()
    return el(
      "div",
      { class: "stack-tight" },
      el("label", { for: "reply-words" }, say(`reply.${level}`, { name: isolated(this.#to.name) })),
      el("div", { class: "scale" }, stems.map(([, text]) => quiet(text, () => this.#begin(text)))),
      this.#field,
      el("div", { class: "actions" }, button(say("reply.send", { name: isolated(this.#to.name) }), () => this.#send(level))),
    )
  }

  #begin(stem) {
    if (!this.#field.value.trim()) this.#field.value = `${stem.replace(/…$/, "")} `
    this.#field.focus()
  }

  #send(level) {
    const text = this.#field.value.trim()
    if (text) this.#reply(level, text)
  }

  async #reply(level, text) {
    this.#circle.note("reply.sent", { name: isolated(this.#to.name) })
    const answer = await this.#circle.ask("reply", { share: this.#to.share, level, text })
    if (answer.ok) this.#draft.write("")
  }

  #notNow() {
    const { notReplying } = this.#circle.store.local
    this.#circle.change({ notReplying: [...notReplying, this.#to.share] })
  }
}

export default { replies: Replies }
