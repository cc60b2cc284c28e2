import { say } from "../../models/texts.js"
import { button, el, primary, told } from "../dom.js"

// An open step: room for anyone who would like it, and no need.
export class OpenSpace {
  element

  constructor(circle, { room }) {
    const round = room.round.index
    this.element = el(
      "div",
      { class: "question" },
      el("h3", {}, say("open_space.title")),
      told(say("open_space.text")),
      el(
        "div",
        { class: "actions" },
        primary(say("offer.ask"), () => circle.ask("reclaim", { round })),
        button(say("bar.pass"), () => {
          circle.note("done.passed")
          circle.ask("pass", { round })
        }),
      ),
    )
  }
}
