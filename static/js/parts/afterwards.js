import { say } from "../models/words.js"
import { el, quiet } from "./dom.js"

const QUESTIONS = {
  free: ["yes", "mostly", "not_really"],
  listened: ["yes", "no"],
  again: ["yes", "unsure"],
  knew: ["yes", "mostly", "not_really"],
  leaving: ["steady", "less"],
}
const LEFT_OUT = ""
const TOO_LATE = 410

// Below the end of a circle: where it goes on, and for whoever has a ticket what may be answered without a name.
export function afterwards(circle) {
  const { desk, local } = circle.store.view
  return [
    el(
      "p",
      { class: "actions" },
      el("a", { class: "button", href: "/journal" }, say("afterwards.journal")),
      desk && el("a", { class: "button", href: "/journal/debrief" }, say("afterwards.debrief")),
    ),
    local.ticket && new Feedback(circle, local.ticket).element,
  ].filter(Boolean)
}

class Feedback {
  #circle
  #ticket
  #trouble = el("p", { class: "answer-line" })
  #sending = false
  element

  constructor(circle, ticket) {
    this.#circle = circle
    this.#ticket = ticket
    this.element = el("section", { class: "question stack-tight", "aria-labelledby": "feedback" }, this.#form())
  }

  #form() {
    return el(
      "form",
      { class: "stack-tight", on: { submit: (event) => this.#send(event) } },
      el("h3", { id: "feedback" }, say("feedback.title")),
      el("p", { class: "told" }, say("feedback.line")),
      quiet(say("feedback.close"), () => this.#end("feedback.closed")),
      question("free"),
      question("knew"),
      question("listened"),
      question("again"),
      el("p", { class: "told" }, say("feedback.together")),
      question("leaving"),
      el("details", {}, el("summary", {}, say("feedback.how")), el("p", {}, say("feedback.how.text"))),
      el("div", { class: "actions" }, el("button", { type: "submit", class: "button-primary" }, say("feedback.send"))),
      this.#trouble,
    )
  }

  async #send(event) {
    event.preventDefault()
    if (this.#sending) return
    const given = [...new FormData(event.target)].filter(([, answer]) => answer !== LEFT_OUT)
    if (given.length === 0) {
      this.#end("feedback.closed")
      return
    }
    this.#sending = true
    const status = await sent([["ticket", this.#ticket], ...given])
    this.#sending = false
    if (status === 204) this.#end("feedback.sent")
    else if (status === TOO_LATE) this.#end("feedback.too_late")
    else this.#tell(this.#trouble, "feedback.not_sent")
  }

  #end(code) {
    const word = el("p", { tabindex: "-1" })
    this.element.removeAttribute("aria-labelledby")
    this.element.replaceChildren(word)
    this.#tell(word, code)
    word.focus()
  }

  #tell(place, code) {
    place.textContent = say(code)
    this.#circle.announcer.say(say(code), { always: true })
  }
}

// The seat's cookie stays out of it.
async function sent(fields) {
  try {
    const body = new URLSearchParams(fields)
    return (await fetch("/feedback", { method: "POST", body, credentials: "omit" })).status
  } catch {
    return 0
  }
}

function question(name) {
  const choice = (answer, text) =>
    el("label", { class: "choice" }, el("input", { type: "radio", name, value: answer }), el("span", {}, text))
  return el(
    "fieldset",
    { class: "field" },
    el("legend", {}, say(`feedback.${name}`)),
    el(
      "div",
      { class: "actions" },
      QUESTIONS[name].map((answer) => choice(answer, say(`feedback.${name}.${answer}`))),
      choice(LEFT_OUT, say("feedback.skip")),
    ),
  )
}
