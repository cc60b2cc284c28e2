import { isBetweenTurns } from "../models/scene.js"
import { about, digits, isolated, knows, left, say, thresholdCrossed } from "../models/words.js"

const ROUND = 2 * Math.PI * 48
const STAYING = 10 * 60 * 1000

// The middle of the ring: what is on, and the time as a thin arc with words under it.
export class Centre {
  #arc
  #words
  #time
  #circle
  #sharing = false
  #timer = null
  #before = Infinity
  #local = {}
  #silent = false

  constructor(element, circle) {
    this.#arc = element.querySelector(".arc-left")
    this.#words = element.querySelector(".centre-what")
    this.#time = element.querySelector(".centre-time")
    this.#circle = circle
    this.#arc.style.strokeDasharray = ROUND
  }

  update({ room, you, desk, local }) {
    const text = centreText(room)
    if (this.#words.textContent !== text) this.#words.textContent = text
    const after = room.after?.until ? { ends: room.after.until, left: null, length: STAYING } : null
    const timer = you.turn?.timer ?? after ?? room.round?.timer ?? desk?.turn?.timer ?? null
    if (timer?.ends !== this.#timer?.ends) this.#before = Infinity
    this.#timer = timer
    this.#local = local
    this.#sharing = you.asked === "sharing"
    this.#silent = room.round?.step === "quiet"
    this.tick()
  }

  tick() {
    const shown = this.#timer && !this.#local.hideTimer
    this.#arc.parentElement.style.visibility = shown ? "" : "hidden"
    const remains = left(this.#timer, this.#circle.clock.now())
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
    const crossed = this.#before !== Infinity && thresholdCrossed(this.#before, remains)
    this.#before = remains
    if (crossed === null || crossed === false || this.#silent) return
    if (this.#sharing) this.#circle.note(crossed ? "mine.time_hint" : "mine.time_over")
    else if (crossed) this.#circle.announcer.say(say("time.left_said", { length: about(remains) }))
  }
}

function centreText(room) {
  if (room.stop) return say(`centre.${room.stop.kind}`)
  if (room.space) return isolated(room.space.name)
  if (isBetweenTurns(room)) return say("centre.silence.quiet")
  if (room.after) return say(`centre.${room.phase}`)
  if (!room.round) return say(room.phase === "doors_open" ? "centre.doors_open" : "centre.between")
  const step = `centre.${room.round.kind}.${room.round.step}`
  return say(knows(step) ? step : `kind.${room.round.kind}`)
}
