import { chooseWay, ownWays } from "../../models/own_ways.js"
import { draftOf } from "../../models/shelf.js"
import { say } from "../../models/words.js"
import { el, redraw, told } from "../dom.js"
import { Deck, deckDrawer } from "./beliefs.js"
import { Leaving, Release } from "./leaving.js"
import { SmallStep, Steady } from "./small_steps.js"

// Words prepared on this device while waiting; nobody receives anything from here.
class Prepare {
  element

  constructor(circle, { room }) {
    const draft = draftOf(circle.settings.id, room.round.index)
    this.element = el(
      "div",
      { class: "question" },
      prompts(circle.content.prompts(room.round.depth).map(([, text]) => text)),
      el("label", { for: "prepared" }, say("prepare.label")),
      field("prepared", draft),
      told(say("aside.thinking")),
    )
  }
}

// Reflection and the first part of closing: for me alone, on this device alone.
class PrivateTime {
  element

  constructor(circle, { room }) {
    const { round } = room
    const cards = round.activity === "beliefs"
    this.element = el(
      "div",
      { class: "question" },
      cards ? [told(say("card.why")), new Deck(circle).element] : looks(circle, round),
      lines(draftOf(circle.settings.id, `private:${round.index}`), cards),
      told(say("aside.private")),
      el("div", {}, !cards && deckDrawer(circle), new SmallStep(circle).element, new Steady(circle).element),
    )
  }
}

function lines(draft, folded) {
  if (folded) return el("details", {}, el("summary", { id: "private-title" }, say("private.label")), field("private-words", draft, "private-title"))
  return [el("label", { for: "private-words" }, say("private.label")), field("private-words", draft)]
}

// At a farewell its own three; else what lies where I would like to look, or nothing.
function looks(circle, { kind }) {
  const { content } = circle
  if (kind === "closing" && content.farewell.length) return prompts(content.farewell.map(([, text]) => text))
  const place = el("div")
  const look = (towards) => redraw(place, [towards], () => prompts(content.reflections(towards)))
  const choose = ({ target }) => {
    chooseWay({ towards: target.value })
    look(target.value)
  }
  look(ownWays().towards)
  return [place, el("fieldset", { on: { change: choose } }, el("legend", { class: "told" }, say("towards.choose")), el("div", { class: "scale" }, content.towards.map(towards)))]
}

function towards([code, text]) {
  return el("label", {}, el("input", { type: "radio", name: "towards", value: code, checked: ownWays().towards === code }), text)
}

function prompts(texts) {
  return texts.length > 0 && el("ul", { class: "prompts" }, texts.map((text) => el("li", {}, text)))
}

function field(id, draft, labelled = null) {
  const made = el("textarea", { id, rows: 4, dir: "auto", "aria-labelledby": labelled, on: { input: () => draft.write(made.value) } })
  made.value = draft.read()
  return made
}

export default { leaving: Leaving, prepare: Prepare, private_time: PrivateTime, release: Release }
