import { towardsPause } from "../../models/tray.js"

// After a third of a minute a wished pause comes by itself (domain.md 2.6).
const BY_ITSELF = 1 / 3
const SVG = "http://www.w3.org/2000/svg"

export function pauseRing() {
  const svg = document.createElementNS(SVG, "svg")
  svg.setAttribute("viewBox", "0 0 24 24")
  svg.setAttribute("class", "pause-ring")
  svg.setAttribute("aria-hidden", "true")
  for (const name of ["ring-ground", "ring-fill"]) {
    const ring = document.createElementNS(SVG, "circle")
    for (const [attribute, value] of Object.entries({ class: name, cx: 12, cy: 12, r: 10, pathLength: 1 })) ring.setAttribute(attribute, value)
    svg.append(ring)
  }
  return svg
}

// The ring fills towards the pause, and is gone once the room stands still or the time has passed; its place stays.
export function drawRing(card, { kind, at }, room, now, minute) {
  const ring = card.querySelector(".pause-ring")
  if (!ring || kind !== "pause") return
  const share = room.stop ? null : towardsPause(at, now, minute * BY_ITSELF)
  for (const told of [ring, card.querySelector(".by-itself")]) told.style.visibility = share === null ? "hidden" : ""
  ring.lastChild.style.strokeDashoffset = 1 - (share ?? 1)
}
