import { withLinks } from "../models/lines.js"
import { isolated, say } from "../models/words.js"
import { el, redraw } from "./dom.js"

// What was written on a private line, oldest first.
export class LineTalk {
  element = el("ol", { class: "talk list-plain", "aria-label": "" })
  grew = false

  update(line) {
    const { messages = [], name = "" } = line ?? {}
    this.element.hidden = messages.length === 0
    this.element.setAttribute("aria-label", say("privately.said"))
    const drawn = redraw(this.element, [messages, name], () => messages.map((message) => said(message, name)))
    this.grew = drawn && messages.length > 0
  }
}

function said({ mine, text, signpost }, name) {
  const whose = signpost ? say("privately.signpost", { name: isolated(name) }) : isolated(name)
  return el(
    "li",
    { class: ["said", mine && "mine", signpost && "signpost"].filter(Boolean).join(" ") },
    el("p", { class: "share-name" }, mine ? say("privately.mine") : whose),
    el("p", { class: "said-text", dir: "auto" }, withLinks(text).map(linked)),
  )
}

function linked([text, address]) {
  return address ? el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text) : text
}
