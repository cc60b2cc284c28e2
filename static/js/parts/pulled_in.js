import { say } from "../models/words.js"
import { button, el, told } from "./dom.js"

// Somebody else's pain has taken hold of me. Three ways back, each of them here before the server knows.
export default class PulledIn {
  title = "care.pulled_in"
  element
  #circle

  constructor(circle) {
    this.#circle = circle
    this.element = el(
      "div",
      { class: "stack" },
      el("p", {}, say("care.pulled_in.line")),
      this.#way("care.back_to_me", "care.pulled_in.back", () => this.#circle.change({ backToMe: true, curtain: false })),
      this.#way("care.just_listen", "care.pulled_in.listen", () => this.#listen()),
      this.#way("bar.step_out", "care.pulled_in.out", () => this.#circle.ask("step_out")),
    )
  }

  update() {}

  #way(code, why, act) {
    const chosen = () => {
      this.#circle.change({ sheet: null })
      act()
    }
    return el("div", { class: "way" }, button(say(code), chosen), told(say(why)))
  }

  #listen() {
    this.#circle.note("done.listening")
    this.#circle.ask("choose_mode", { mode: "listening" })
  }
}
