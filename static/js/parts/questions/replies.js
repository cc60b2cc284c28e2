import { draftOf } from "../../models/shelf.js"
import { height } from "../../models/promises.js"
import { isolated, say } from "../../models/words.js"
import { button, el, quiet, redraw, told } from "../dom.js"

const LONGEST = 280

// The sharer would like a little company back: a phrase from the deck, or a few words where they allow it.
class Replies {
  element = el("div", { class: "question" })
  #circle
  #to
  #name
  #looking = false
  #kind = "reflection"
  #field = null
  #draft

  constructor(circle, { you }) {
    this.#circle = circle
    this.#to = you.reply_to
    this.#name = isolated(this.#to.name)
    this.#draft = draftOf(circle.settings.id, `reply:${this.#to.share}`)
  }

  // With only a little room today the words are not laid out before they are asked for.
  update({ local }) {
    const folded = local.room === "little" && !this.#looking
    redraw(this.element, [folded], () => [
      el("h3", {}, say("reply.invited", { name: this.#name })),
      el("p", {}, say("reply.line")),
      folded ? el("div", { class: "equal" }, button(say("reply.look"), () => this.#look()), button(say("reply.not_now"), () => this.#notNow())) : this.#open(),
    ])
  }

  #open() {
    return [
      height(this.#to.level) > height("presence") && this.#writing(),
      // A touch on a line sends it: first, to whom.
      told(say("reply.presence", { name: this.#name })),
      el("div", {}, this.#circle.content.deck.map(({ name, phrases }, index) => this.#phrases(name, phrases, index === 0))),
      el(
        "div",
        { class: "actions keep" },
        this.#field && button(say("reply.send", { name: this.#name }), () => this.#send(), { class: "button-primary" }),
        button(say("reply.not_now"), () => this.#notNow()),
        quiet(say("reply.just_me"), () => this.#justMe()),
      ),
    ]
  }

  // One group is open at a time: eighteen phrases at once would be a task.
  #phrases(name, phrases, open) {
    return el(
      "details",
      { name: "phrases", open },
      el("summary", {}, name),
      el("div", { class: "phrases" }, phrases.map(([code, text]) => button(text, () => this.#reply("presence", code)))),
    )
  }

  #writing() {
    const { level } = this.#to
    const stems = ["reflection", "ideas"].filter((kind) => height(kind) <= height(level)).flatMap((kind) => this.#circle.content.stems(kind).map(([, text]) => [kind, text]))
    this.#field = el("textarea", { id: "reply-words", rows: 3, maxlength: LONGEST, dir: "auto", on: { input: () => this.#draft.write(this.#field.value) } })
    this.#field.value = this.#draft.read()
    return el(
      "div",
      { class: "stack-tight" },
      el("label", { for: "reply-words", class: "told" }, say(`reply.${level}`, { name: this.#name })),
      told(say("reply.stems")),
      el("div", { class: "stems" }, stems.map(([kind, text]) => button(text, () => this.#begin(kind, text)))),
      this.#field,
    )
  }

  #begin(kind, stem) {
    this.#kind = kind
    if (!this.#field.value.trim()) {
      this.#field.value = `${stem.replace(/…$/, "")} `
      this.#draft.write(this.#field.value)
    }
    this.#field.focus()
  }

  #send() {
    const text = this.#field.value.trim()
    if (text) this.#reply(this.#kind, text)
  }

  async #reply(level, text) {
    this.#circle.note("reply.sent", { name: this.#name })
    const answer = await this.#circle.ask("reply", { share: this.#to.share, level, text })
    if (answer.ok) this.#draft.write("")
  }

  #look() {
    this.#looking = true
    this.update(this.#circle.store.view)
    this.element.querySelector("button, summary").focus({ preventScroll: true })
  }

  #notNow() {
    const { notReplying } = this.#circle.store.local
    this.#circle.change({ notReplying: [...notReplying, this.#to.share] })
  }

  #justMe() {
    this.#circle.display({ room: "just_me" })
    this.#circle.note("done.just_me")
  }
}

export default { replies: Replies }
