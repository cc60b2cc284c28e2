import { say } from "../../models/texts.js"
import { el, told } from "../dom.js"

// Where attention may rest in the quiet: chosen privately, changed any time, or nothing.
export class SilenceChoice {
  element

  constructor(circle, { local }) {
    const choose = (event) => circle.change({ anchor: event.target.value || null })
    this.element = el(
      "form",
      { class: "question" },
      el(
        "fieldset",
        { on: { change: choose } },
        el("legend", {}, say("quiet.choose")),
        told(say("quiet.choose_line")),
        el(
          "div",
          { class: "choices choices-two" },
          [["", say("anchor.nothing")], ...circle.content.silence].map(([code, name]) =>
            el("label", { class: "choice" }, el("input", { type: "radio", name: "anchor", value: code, checked: (local.anchor ?? "") === code }), name),
          ),
        ),
      ),
    )
  }
}
