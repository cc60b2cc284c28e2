import { questionOf } from "../models/scene.js"
import { say } from "../models/words.js"
import { el, named, redraw } from "./dom.js"

const NARROW = 480
const TALLEST = 560
const STEPS = 360
const SHORT_QUESTIONS = new Set(["offer", "speaking", "up_next", "space", "practice", "queued", "desk", "deeper", "after"])
const LONG_QUESTIONS = new Set(["composer", "gather", "replies", "prepare", "private_time", "release", "silence_choice", "agreements", "leaving", "quiet_chosen"])

// The seats as stones round the centre, each at an equal distance as a stone sees it: none lies on another.
export class Ring {
  #element
  #seats
  #count = 0
  #question = null

  constructor(element) {
    this.#element = element
    this.#seats = element.querySelector("ul")
    new ResizeObserver(() => this.#lay()).observe(element.parentElement)
  }

  update(view) {
    const { room, you, desk } = view
    const picture = room.roster.map((seat) => [seat, room.space?.seat === seat.seat, seat.seat === you.seat])
    const question = desk ? "desk" : shownQuestion(view)
    const drawn = redraw(this.#seats, picture, () => picture.map(([seat, space, me]) => stone(seat, space, me)))
    if (!drawn && question === this.#question) return
    this.#count = picture.length
    this.#question = question
    this.#lay()
  }

  // On a phone the ring makes room for what is asked.
  #lay() {
    const width = Math.min(this.#element.parentElement.clientWidth, 448)
    if (!width) return
    const narrow = document.documentElement.clientWidth < NARROW
    const long = LONG_QUESTIONS.has(this.#question)
    const asked = narrow && (long || SHORT_QUESTIONS.has(this.#question))
    this.#element.classList.toggle("line", asked && (long || this.#count > 8))
    const stone = narrow ? { width: 84, height: 42 } : { width: Math.min(112, width * 0.27), height: 46 }
    const height = this.#height(width, stone, asked ? 174 : narrow ? 210 : Math.min(width * 0.86, 380))
    const { style } = this.#element
    style.blockSize = `${height}px`
    style.setProperty("--stone-width", `${stone.width - 4}px`)
    style.setProperty("--centre", `${Math.min(176, height - 2 * stone.height + 8, width - 2 * stone.width)}px`)
    this.#place(width, height, stone)
  }

  #height(width, stone, least) {
    let height = least
    while (height < TALLEST && outline(width, height, stone).at(-1).walked < this.#count * 1.04) height += 10
    return height
  }

  #place(width, height, stone) {
    const points = outline(width, height, stone)
    const whole = points.at(-1).walked
    for (const [index, { style }] of [...this.#seats.children].entries()) {
      const { x, y } = points.find(({ walked }) => walked >= (whole * index) / this.#count)
      style.left = `calc(50% + ${x}px)`
      style.top = `calc(50% + ${y}px)`
    }
  }
}

// Whoever chose something to look at in the quiet sees that, not the ring above it.
function shownQuestion(view) {
  const question = questionOf(view)
  return question === "quiet" && view.local.anchor ? "quiet_chosen" : question
}

function stone(seat, space, me) {
  const marks = [me && say("ring.you"), space && say("ring.space"), !seat.here && say("ring.away")].filter(Boolean)
  return el(
    "li",
    { class: ["stone", space && "has-space", !seat.here && "away", me && "me"].filter(Boolean).join(" ") },
    el("span", { class: "stone-name" }, named(seat.name)),
    seat.companion && el("small", {}, say("ring.companion")),
    marks.length > 0 && el("span", { class: "visually-hidden" }, `, ${marks.join(", ")}`),
  )
}

// Points on an ellipse, with the way walked so far measured in stones.
function outline(width, height, stone) {
  const rx = (width - stone.width) / 2
  const ry = (height - stone.height) / 2
  const points = [{ x: 0, y: -ry, walked: 0 }]
  for (let step = 1; step <= STEPS; step += 1) {
    const angle = (step / STEPS) * 2 * Math.PI
    const [x, y] = [rx * Math.sin(angle), -ry * Math.cos(angle)]
    const before = points.at(-1)
    const walked = before.walked + Math.max(Math.abs(x - before.x) / stone.width, Math.abs(y - before.y) / stone.height)
    points.push({ x, y, walked })
  }
  return points
}
