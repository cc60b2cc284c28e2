import { Moving } from "./stillness.js"

const WIDE = 600
const HIGH = 300
const POINTS = 32
const STILL_AT = 51
// Milliseconds between two pictures: slow water needs no more, and a phone lasts longer.
const EVERY = 30
const SVG = "http://www.w3.org/2000/svg"

const HORIZON = 84
const LAMP = { x: 372, y: 50, r: 15 }

// Each swell: where its surface lies, and its waves as [how high, how long, in how many seconds one passes].
// Nearer ones are higher, longer and slower.
const SWELLS = [
  { at: 104, waves: [[1.2, 240, 19], [0.8, 130, -13]] },
  { at: 134, waves: [[2.2, 380, -29], [1.2, 210, 17]] },
  { at: 176, waves: [[3.6, 560, 37], [2, 320, -23]] },
  { at: 232, waves: [[5.5, 820, -47], [3, 470, 31]] },
]
// The lamp's light on the water: so many strokes below it, wider and further apart the nearer they are.
const STROKES = 15

// Slow water under a lamp, the same for everyone who looks at it at this moment.
export class Water {
  element = node("svg", { class: "water", viewBox: `0 0 ${WIDE} ${HIGH}`, preserveAspectRatio: "xMidYMid slice", "aria-hidden": "true" })
  #swells = SWELLS.map(() => node("path", { class: "water-sheet" }))
  #strokes = Array.from({ length: STROKES }, () => node("path", { class: "water-light" }))
  #moving

  constructor(clock) {
    const deep = node("rect", { class: "water-deep", y: HORIZON, width: WIDE, height: HIGH - HORIZON })
    const lamp = node("circle", { class: "water-lamp", cx: LAMP.x, cy: LAMP.y, r: LAMP.r })
    this.element.append(lamp, deep, ...this.#swells, ...this.#strokes)
    this.#moving = new Moving(this.element, clock, { drawAt: (now) => this.#draw(now / 1000), still: () => this.#draw(STILL_AT), every: EVERY })
  }

  run(how) {
    this.#moving.run(how)
  }

  #draw(seconds) {
    for (const [index, path] of this.#swells.entries()) path.setAttribute("d", `M0 ${HIGH}L${line(SWELLS[index], seconds, 0, WIDE)}L${WIDE} ${HIGH}Z`)
    for (const [index, path] of this.#strokes.entries()) this.#shine(path, index / (STROKES - 1), index, seconds)
  }

  // Light wanders to and fro under the lamp; what is near wanders further and comes and goes more slowly.
  #shine(path, near, index, seconds) {
    const y = HORIZON + 7 + 196 * near ** 1.5
    const wander = (4 + 20 * near) * wave(seconds / (11 + 13 * near) + index * 0.37)
    const shines = (1 + wave(seconds / (9 + index) + index * 0.23)) / 2
    const half = (9 + 44 * near) * (0.45 + 0.55 * shines)
    const swell = { at: y, waves: [[0.6 + 2.4 * near, 190 + 260 * near, 17 + 14 * near]] }
    path.setAttribute("d", `M${line(swell, seconds, LAMP.x + wander - half, LAMP.x + wander + half)}`)
    path.style.opacity = ((0.25 + 0.65 * shines) * (1 - 0.45 * near)).toFixed(3)
  }
}

function wave(turns) {
  return Math.sin(turns * 2 * Math.PI)
}

function line({ at, waves }, seconds, from, to) {
  return Array.from({ length: POINTS + 1 }, (_, point) => {
    const x = from + ((to - from) * point) / POINTS
    const y = waves.reduce((sum, [high, long, every]) => sum + high * wave(x / long + seconds / every), at)
    return `${x.toFixed(1)} ${y.toFixed(2)}`
  }).join("L")
}

function node(name, attributes) {
  const made = document.createElementNS(SVG, name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  return made
}
