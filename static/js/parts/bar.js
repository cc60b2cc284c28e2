import { silenceKey, stepKey } from "../models/scene.js"
import { say } from "../models/words.js"

// The boundary bar stands in the page before this runs; here its six words learn to act.
export class Bar {
  #buttons
  #circle

  constructor(element, circle) {
    this.#circle = circle
    this.#buttons = Object.fromEntries([...element.querySelectorAll("[data-boundary]")].map((found) => [found.dataset.boundary, found]))
    for (const [name, found] of Object.entries(this.#buttons)) found.addEventListener("click", () => this[name]())
  }

  update({ room, you, local }) {
    this.#label(this.#buttons.pass, passCode(room))
    this.#press("curtain", local.curtain)
    this.#press("step_out", you?.place === "out")
    this.#press("pause_please", local.pauseAsked)
    this.#private(you, local)
    this.#buttons.look_after.setAttribute("aria-expanded", String(local.sheet === "care"))
  }

  pass() {
    const { room } = this.#circle.store.view
    const quiet = silenceKey(room)
    if (quiet !== null) this.#circle.change({ sittingOut: this.#circle.store.local.sittingOut === quiet ? null : quiet })
    else if (!room?.round) this.#circle.noteInSight("note.nothing_asked")
    else {
      this.#circle.change({ skipped: stepKey(room) })
      this.#circle.noteInSight("done.passed")
      this.#circle.ask("pass", { round: room.round.index })
    }
  }

  pause_please() {
    this.#circle.change({ pauseAsked: true, curtain: false, sheet: null })
    this.#circle.showNote()
    this.#circle.ask("pause_please")
  }

  private_line() {
    this.#circle.openSheet("line")
  }

  curtain() {
    this.#circle.change({ curtain: !this.#circle.store.local.curtain, sheet: null, backToMe: false })
  }

  step_out() {
    this.#circle.change({ sheet: null, curtain: false, backToMe: false })
    if (this.#circle.store.view.you?.place !== "out") this.#circle.ask("step_out")
  }

  look_after() {
    this.#circle.openSheet("care")
  }

  // A mark on the word, and the word says it: something came that nobody else can see.
  #private(you, local) {
    const button = this.#buttons.private_line
    const news = Boolean(you?.lines?.some(({ unread }) => unread))
    button.setAttribute("aria-expanded", String(local.sheet === "line"))
    button.classList.toggle("news", news)
    if (news) button.setAttribute("aria-label", say("bar.private_line_news"))
    else button.removeAttribute("aria-label")
  }

  #press(name, on) {
    this.#buttons[name].setAttribute("aria-pressed", String(Boolean(on)))
  }

  #label(element, code) {
    const text = say(code)
    if (element.textContent.trim() !== text) element.textContent = text
  }
}

function passCode(room) {
  if (silenceKey(room) !== null) return "bar.sit_out"
  return room?.round?.kind === "arrival" ? "bar.skip_step" : "bar.pass"
}
