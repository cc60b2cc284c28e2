import { lineWith, nobodyReceives } from "../models/lines.js"
import { draftOf } from "../models/shelf.js"
import { isolated, say } from "../models/words.js"
import { el, redraw } from "./dom.js"

const LONGEST = 700
const SEEN_WITHIN = 4000

// Words on their way to one person. They stay in the field until the line shows that they have arrived.
export class LineWriting {
  element
  #circle
  #field = el("textarea", { id: "line-words", rows: 3, maxlength: LONGEST, dir: "auto", on: { input: () => this.#typed() } })
  #label = el("label", { for: "line-words" })
  #state = el("p", { class: "told" })
  #send = el("button", { class: "button-primary" })
  #one = null
  #draft = null
  #going = null
  #held = false

  constructor(circle) {
    this.#circle = circle
    this.element = el("form", { class: "stack-tight", on: { submit: (event) => this.#sent(event) } }, this.#label, this.#field, this.#state, el("div", { class: "actions" }, this.#send))
  }

  update(view, one, line) {
    this.#held = nobodyReceives(view)
    this.element.hidden = !one
    if (!one) return
    if (one.seat !== this.#one?.seat) this.#turnTo(one)
    const name = isolated(one.name)
    redraw(this.#label, [name], () => [say("privately.label", { name })])
    redraw(this.#send, [name], () => [say("privately.send", { name })])
    if (this.#going && arrived(line, this.#going)) this.#clear()
    if (this.#held) this.#going = null
  }

  #turnTo(one) {
    this.#one = one
    this.#going = null
    this.#draft = draftOf(this.#circle.settings.id, `line:${one.seat}`)
    this.#field.value = this.#draft.read()
    this.#tell("")
  }

  #typed() {
    this.#draft.write(this.#field.value)
    this.#tell("")
  }

  async #sent(event) {
    event.preventDefault()
    const text = this.#field.value.trim()
    if (!text) return this.#tell("privately.empty")
    if (this.#held) return this.#tell("privately.kept_here")
    if (this.#going?.text === text) return undefined
    const going = { text, before: newest(lineWith(this.#circle.store.view.you, this.#one.seat)) }
    this.#going = going
    this.#tell("privately.on_its_way")
    const answer = await this.#circle.ask("write_privately", { to: this.#one.seat, text })
    if (!answer.ok) this.#stayed(going, answer.text)
    else setTimeout(() => this.#stayed(going, say("privately.kept_here")), SEEN_WITHIN)
    return undefined
  }

  // Answered, and yet not on the line: nobody was there to receive it.
  #stayed(going, why) {
    if (this.#going !== going) return
    this.#going = null
    this.#state.textContent = why
    this.#circle.announcer.say(why)
  }

  #clear() {
    this.#going = null
    this.#field.value = ""
    this.#draft.write("")
    this.#tell("")
    this.#circle.announcer.say(say("privately.arrived", { name: isolated(this.#one.name) }))
  }

  #tell(code) {
    this.#state.textContent = code ? say(code) : ""
  }
}

function arrived(line, { before }) {
  return ![0, before].includes(newest(line))
}

// Of a full line the oldest message goes, so counting would miss it.
function newest(line) {
  return line?.messages.findLast(({ mine }) => mine)?.id ?? 0
}
