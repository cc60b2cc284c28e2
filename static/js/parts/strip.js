import { clockTime } from "../models/time_words.js"
import { say } from "../models/texts.js"
import { el, redraw } from "./dom.js"

// The agenda as a promise: where we are, what comes, when we end.
export class Strip {
  #element

  constructor(element) {
    this.#element = element
  }

  update({ room }) {
    const soon = room.agenda.findIndex(({ state }) => state === "next")
    const picture = [room.agenda, room.ends_at, room.phase === "doors_open" && room.starts_at]
    redraw(this.#element, picture, () => [
      el("ol", {}, room.agenda.map((round, index) => item(round, index === soon))),
      el("span", { class: "until" }, [picture[2] && say("strip.begins", { time: clockTime(picture[2]) }), say("strip.ends", { time: clockTime(room.ends_at) })].filter(Boolean).join(" ")),
    ])
  }
}

function item({ kind, state }, soon) {
  const name = say(`kind.${kind}`)
  return el(
    "li",
    { class: soon ? `${state} soon` : state, "aria-current": state === "now" ? "step" : null },
    name,
    state !== "next" && el("span", { class: "visually-hidden" }, ` (${say(`strip.${state}`)})`),
  )
}
