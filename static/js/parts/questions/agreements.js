import { say } from "../../models/texts.js"
import { el, primary } from "../dom.js"

// A line was added: words reach this seat again once it has been accepted.
export class Agreements {
  element

  constructor(circle, { room }) {
    const { version, added } = room.agreements
    this.element = el(
      "div",
      { class: "question" },
      el("h3", {}, say("agreements.changed")),
      el("ul", { class: "prompts" }, added.map((line) => el("li", {}, line))),
      el("div", { class: "actions" }, primary(say("agreements.accept"), () => circle.ask("accept_agreements", { version }))),
    )
  }
}
