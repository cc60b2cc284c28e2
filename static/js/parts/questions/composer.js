import { draftOf } from "../../models/shelf.js"
import { height, levelsUpTo } from "../../models/promises.js"
import { listed, say } from "../../models/words.js"
import { button, el, quiet } from "../dom.js"

const NEAR_THE_LIMIT = 40
// More names than these would stand between a phone's reader and their own words.
const NAMES_BESIDE_SHARE = 4

// Writing with the space: who receives it, what may come back, and that it can be taken back, above Share.
class Composer {
  element
  #circle
  #draft
  #field
  #audience = el("p", { class: "told" })
  #beside = el("p", { class: "told small whole-line" })
  #counter = el("p", { class: "told", id: "letters-left" })
  #round
  #turn

  constructor(circle, { room, you }) {
    this.#circle = circle
    this.#round = room.round
    this.#turn = you.turn
    this.#draft = draftOf(circle.settings.id, room.round.index)
    this.#field = el("textarea", { id: "share-words", rows: 3, dir: "auto", "aria-describedby": "letters-left", on: { input: () => this.#typed() } })
    this.#field.value = this.#draft.read()
    this.element = this.#build(you)
    this.#count()
  }

  update({ room, you }) {
    this.#round = room.round
    this.#turn = you.turn
    const receivers = you.audience.length ? say("composer.audience", { names: listed(you.audience) }) : say("composer.audience_none")
    const few = you.audience.length <= NAMES_BESIDE_SHARE
    this.#say(this.#audience, few ? "" : receivers)
    this.#say(this.#beside, few ? `${receivers} ${say("composer.take_back")}` : say("composer.take_back"))
  }

  #say(element, words) {
    if (element.textContent !== words) element.textContent = words
    element.hidden = !words
  }

  #build(you) {
    const prompts = this.#circle.content.prompts(this.#round.depth)
    return el(
      "form",
      { class: "question", on: { submit: (event) => this.#share(event) } },
      el("label", { for: "share-words" }, say("composer.label")),
      this.#field,
      this.#counter,
      this.#round.kind === "micro_sharing" && prompts.length > 0 && this.#prompts(prompts),
      this.#levels(you),
      this.#headsUp(),
      this.#how(),
      this.#audience,
      el("div", { class: "actions" }, button(say("mine.more_time"), () => this.#ask("note.more_time", "ask_more_time"))),
      el(
        "div",
        { class: "actions" },
        this.#beside,
        el("button", { class: "button-primary" }, say("composer.share")),
        quiet(say("mine.let_go"), () => this.#ask("done.let_go", "let_go")),
      ),
    )
  }

  #prompts(prompts) {
    return el("details", {}, el("summary", {}, say("composer.prompts")), el("ul", { class: "prompts" }, prompts.map(([, text]) => el("li", {}, text))))
  }

  #levels({ level: usual }) {
    const levels = levelsUpTo(this.#round.replies_max)
    if (levels.length < 2) return el("p", { class: "told" }, say("composer.no_replies"))
    const chosen = height(usual) <= height(this.#round.replies_max) ? usual : this.#round.replies_max
    return el(
      "fieldset",
      {},
      el("legend", {}, say("composer.level")),
      el(
        "div",
        { class: "choices" },
        levels.map((level) =>
          el("label", { class: "choice" }, el("input", { type: "radio", name: "level", value: level, checked: level === chosen }), el("span", {}, say(`level.${level}`), level === "none" ? null : el("span", { class: "told" }, say(`level.${level}.why`)))),
        ),
      ),
    )
  }

  #headsUp() {
    return el(
      "label",
      { class: "choice choice-plain" },
      el("input", { type: "checkbox", name: "heads_up" }),
      el("span", {}, say("composer.heads_up"), el("span", { class: "told" }, say("composer.heads_up.why"))),
    )
  }

  #how() {
    const lines = ["back", "flag", "end"].map((part) => el("li", {}, say(`composer.how.${part}`)))
    return el("details", {}, el("summary", {}, say("composer.how")), el("ul", { class: "told" }, lines))
  }

  #typed() {
    this.#draft.write(this.#field.value)
    this.#count()
  }

  #count() {
    const remains = this.#round.chars - this.#letters()
    this.#counter.textContent =
      remains < 0 ? say("composer.over", { n: -remains }) : remains <= NEAR_THE_LIMIT ? say("composer.left", { n: remains }) : ""
  }

  // As the server counts: by character, so that an accent or an emoji is not two.
  #letters() {
    return [...this.#field.value.trim()].length
  }

  async #share(event) {
    event.preventDefault()
    if (!this.#letters()) return this.#circle.answer(say("composer.empty"))
    if (this.#letters() > this.#round.chars) return this.#circle.answer(say("composer.over", { n: this.#letters() - this.#round.chars }))
    const level = this.element.elements.level?.value ?? "none"
    const headsUp = this.element.elements.heads_up.checked
    const answer = await this.#circle.ask("publish_share", { turn: this.#turn.id, text: this.#field.value.trim(), level, heads_up: headsUp })
    if (answer.ok) {
      this.#draft.write("")
      // What was said of the time left is over with it.
      this.#circle.change({ note: null })
    }
    return undefined
  }

  #ask(note, command) {
    this.#circle.note(note)
    this.#circle.ask(command, { turn: this.#turn.id })
  }
}

export default { composer: Composer }
