import { about, digits, left, thresholdCrossed } from "../models/time_words.js"
import { isolated, knows, say } from "../models/texts.js"

const ROUND = 2 * Math.PI * 48

// The middle of the ring: what is on, and the time as a thin arc with words under it.
export class Centre {
  #arc
  #words
  #time
  #clock
  #announcer
  #timer = null
  #before = Infinity
  #local = {}
  #silent = false

  constructor(element, { clock, announcer }) {
    this.#arc = element.querySelector(".arc-left")
    this.#words = element.querySelector(".centre-what")
    this.#time = element.querySelector(".centre-time")
    this.#clock = clock
    this.#announcer = announcer
    this.#arc.style.strokeDasharray = ROUND
  }

  update({ room, you, desk, local }) {
    const text = centreText(room)
    if (this.#words.textContent !== text) this.#words.textContent = text
    const timer = you.turn?.timer ?? room.round?.timer ?? desk?.turn?.timer ?? null
    if (timer?.ends !== this.#timer?.ends) this.#before = Infinity
    this.#timer = timer
    this.#local = local
    this.#silent = room.round?.step === "quiet"
    this.tick()
  }

  tick() {
    const shown = this.#timer && !this.#local.hideTimer
    this.#arc.parentElement.style.visibility = shown ? "" : "hidden"
    const remains = left(this.#timer, this.#clock.now())
    if (!shown) {
      this.#time.textContent = ""
      return
    }
    const share = this.#timer.length ? Math.min(1, remains / this.#timer.length) : 0
    this.#arc.style.strokeDashoffset = ROUND * (1 - share)
    const text = this.#local.digits ? digits(remains) : about(remains)
    if (this.#time.textContent !== text) this.#time.textContent = text
    this.#tellThreshold(remains)
  }

  #tellThreshold(remains) {
    if (this.#before !== Infinity && !this.#silent && thresholdCrossed(this.#before, remains)) this.#announcer.say(about(remains))
    this.#before = remains
  }
}

function centreText(room) {
  if (room.stop) return say(`centre.${room.stop.kind}`)
  if (room.space) return isolated(room.space.name)
  if (!room.round) return say(room.phase === "doors_open" ? "centre.doors_open" : "centre.between")
  const step = `centre.${room.round.kind}.${room.round.step}`
  return say(knows(step) ? step : `kind.${room.round.kind}`)
}
