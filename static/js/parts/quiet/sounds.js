import { ownWays } from "../../models/own_ways.js"
import { say } from "../../models/words.js"
import { button, el, quiet, redraw, told } from "../dom.js"
import { keeperOf } from "./keeper.js"
import { Tones } from "./tones.js"

// Tones, and a word about the time: each is off until somebody switches it on, on this device.
export default class Sounds {
  title = "sound.title"
  element = el("div", { class: "stack-tight" })
  #keeper

  constructor(circle) {
    this.#keeper = keeperOf(circle)
    this.update()
  }

  update() {
    const { tones, minute } = ownWays()
    redraw(this.element, [tones, minute], () => [
      told(say(Tones.able ? "sound.line" : "sound.none")),
      el(
        "div",
        { class: "actions" },
        Tones.able && this.#toggle("sound.tones", tones, (on) => this.#keeper.switchTones(on)),
        tones && quiet(say("sound.hear"), () => this.#keeper.tones.begins()),
        this.#toggle("sound.minute", minute, (on) => this.#keeper.tellMinute(on)),
      ),
    ])
  }

  #toggle(code, on, set) {
    const press = () => {
      set(!on)
      this.update()
    }
    return button(say(code), press, { "aria-pressed": String(on) })
  }
}
