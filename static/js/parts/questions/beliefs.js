import { keep } from "../../journal/keep.js"
import { draftOf } from "../../models/shelf.js"
import { say } from "../../models/words.js"
import { button, el, quiet, redraw, told } from "../dom.js"

// A deck of old sentences. One is turned for oneself; another may stand beside it, or not. What happens here
// lives in this object and goes with it: no message of any kind tells of it, and nothing is counted.
export class Deck {
  element = el("div", { class: "deck" })
  #circle
  #cards = []
  #card
  #side = "old"
  #own = ""

  constructor(circle) {
    this.#circle = circle
    this.#draw()
  }

  // In no order, and when all were seen the deck lies there as before.
  #draw() {
    if (!this.#cards.length) this.#cards = shuffled(this.#circle.content.beliefs)
    this.#card = this.#cards.pop()
    this.#own = ""
    this.#show("old")
  }

  #show(side) {
    const asked = this.element.contains(document.activeElement)
    this.#side = side
    redraw(this.element, [side, this.#card, this.#own], () => this.#sides[side]())
    if (asked) this.element.querySelector("[tabindex='-1'], textarea").focus({ preventScroll: true })
  }

  #sides = {
    old: () => [table("lies", this.#old()), el("div", { class: "actions" }, this.#to("card.turn", "turned"), quiet(say("card.another"), () => this.#draw()))],
    turned: () => [
      table("lies", this.#old(el("footer", {}, say("card.line")))),
      el(
        "div",
        { class: "ways" },
        this.#to("card.stand", "beside"),
        this.#to("card.own", "own"),
        this.#to("card.not_mine", "away"),
        this.#to("card.not_today", "away"),
      ),
    ],
    own: () => [
      table("lies", this.#old()),
      el("label", { for: "own-sentence" }, say("card.own_label")),
      this.#field(),
      el("div", { class: "actions" }, this.#to("card.own_done", "beside"), quiet(say("card.back"), () => this.#show("turned"))),
    ],
    beside: () => [
      table("pair", this.#old(), el("div", { class: "slips" }, this.#beside().map((words) => el("p", { class: "paper slip", dir: "auto" }, words)))),
      el(
        "div",
        { class: "ways three" },
        button(say("card.keep"), () => this.#keep()),
        button(say("card.aloud"), () => this.#sayAloud()),
        button(say("card.let_go"), () => this.#after("card.gone")),
      ),
    ],
    away: () => this.#done("card.laid_away"),
    kept: () => this.#done("card.kept"),
    drafted: () => this.#done("card.drafted"),
    gone: () => this.#done("card.gone"),
  }

  #old(more = null) {
    return el("blockquote", { class: "paper", tabindex: "-1" }, el("p", {}, this.#card[1]), more)
  }

  #beside() {
    return this.#own.trim() ? [this.#own.trim()] : this.#card[2]
  }

  #field() {
    const field = el("textarea", { id: "own-sentence", rows: 2, dir: "auto", on: { input: () => (this.#own = field.value) } })
    field.value = this.#own
    return field
  }

  #to(code, side) {
    return button(say(code), () => this.#show(side))
  }

  #done(code) {
    return [el("p", { class: "quiet-note", tabindex: "-1" }, say(code)), el("div", { class: "actions" }, button(say("card.another"), () => this.#draw()))]
  }

  #after(code) {
    this.#own = ""
    this.#show(code.split(".")[1])
  }

  #keep() {
    keep({ kind: "belief", text: [this.#card[1], ...this.#beside()].join("\n") })
    this.#after("card.kept")
  }

  // Onto the draft of my next space, where I may change it or leave it; nothing is sent.
  #sayAloud() {
    const draft = draftOf(this.#circle.settings.id, nextSpace(this.#circle.store.view.room))
    draft.write([draft.read(), ...this.#beside()].filter(Boolean).join("\n"))
    this.#after("card.drafted")
  }
}

function table(how, ...papers) {
  return el("div", { class: `table ${how}` }, papers)
}

// The next round in which the space goes round; else the closing, which has a last word.
function nextSpace({ agenda }) {
  const sharing = agenda.findIndex(({ kind, state }) => kind === "micro_sharing" && state === "next")
  return sharing === -1 ? agenda.length - 1 : sharing
}

function shuffled(all) {
  return all
    .map((one) => [Math.random(), one])
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one)
}

// The round in which the deck lies on the table, or a drawer that opens on it elsewhere.
export function deckDrawer(circle) {
  const place = el("div")
  const open = ({ target }) => {
    if (target.open && !place.firstChild) place.append(told(say("card.why")), new Deck(circle).element)
  }
  return el("details", { on: { toggle: open } }, el("summary", {}, say("card.title")), place)
}
