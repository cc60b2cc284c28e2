import { say } from "../models/texts.js"
import { el, named, redraw } from "./dom.js"

const STONE_HEIGHT = 46
const STEPS = 720

// The seats as stones round the centre, each at an equal distance as a stone sees it: none lies on another.
export class Ring {
  #element
  #seats
  #count = 0

  constructor(element) {
    this.#element = element
    this.#seats = element.querySelector("ul")
    new ResizeObserver(() => this.#lay()).observe(element)
  }

  update({ room, you }) {
    const picture = room.roster.map((seat) => [seat, room.space?.seat === seat.seat, seat.seat === you.seat])
    const drawn = redraw(this.#seats, picture, () => picture.map(([seat, space, me]) => stone(seat, space, me)))
    this.#count = picture.length
    if (drawn) this.#lay()
  }

  #lay() {
    const width = this.#element.clientWidth
    if (!width) return
    const stoneWidth = Math.min(112, Math.max(80, width * (this.#count > 9 ? 0.25 : 0.27)))
    const height = Math.min(Math.max(width * this.#stretch(), 190), 560)
    this.#element.style.blockSize = `${height}px`
    this.#element.style.setProperty("--stone-width", `${stoneWidth}px`)
    const places = around(this.#count, (width - stoneWidth) / 2, (height - STONE_HEIGHT) / 2, stoneWidth)
    for (const [index, [x, y]] of places.entries()) {
      const { style } = this.#seats.children[index]
      style.left = `${width / 2 + x}px`
      style.top = `${height / 2 + y}px`
    }
  }

  #stretch() {
    const narrow = this.#element.clientWidth < 360
    if (this.#count > 10) return narrow ? 1.45 : 1.15
    if (this.#count > 6) return narrow ? 1.15 : 1
    return narrow ? 0.85 : 0.92
  }
}

function stone(seat, space, me) {
  const marks = [
    me && say("ring.you"),
    space && say("desk.has_space"),
    !seat.here && say("ring.away"),
  ].filter(Boolean)
  return el(
    "li",
    { class: ["stone", space && "has-space", !seat.here && "away", me && "me"].filter(Boolean).join(" ") },
    el("span", { class: "stone-name" }, named(seat.name)),
    seat.companion && el("small", {}, say("ring.companion")),
    marks.length > 0 && el("span", { class: "visually-hidden" }, `, ${marks.join(", ")}`),
  )
}

function around(count, rx, ry, stoneWidth) {
  const outline = Array.from({ length: STEPS + 1 }, (_, step) => {
    const angle = (step / STEPS) * 2 * Math.PI - Math.PI / 2
    return [rx * Math.cos(angle), ry * Math.sin(angle)]
  })
  const walked = [0]
  for (let step = 1; step <= STEPS; step += 1) {
    const across = Math.abs(outline[step][0] - outline[step - 1][0]) / stoneWidth
    const down = Math.abs(outline[step][1] - outline[step - 1][1]) / STONE_HEIGHT
    walked.push(walked[step - 1] + Math.max(across, down))
  }
  return Array.from({ length: count }, (_, index) => {
    const wanted = (walked[STEPS] * index) / count
    return outline[walked.findIndex((distance) => distance >= wanted)]
  })
}
