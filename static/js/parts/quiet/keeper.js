import { inQuiet, silenceKey } from "../../models/scene.js"
import { chooseWay, ownWays } from "../../models/own_ways.js"
import { left, say } from "../../models/words.js"
import { Awake } from "./awake.js"
import { Tones } from "./tones.js"

const MINUTE = 60_000
// Whoever joins later than this hears no beginning: it is over.
const JUST_NOW = 3000
const TIMES = 3

const keepers = new WeakMap()

export function keeperOf(circle) {
  if (!keepers.has(circle)) keepers.set(circle, new Keeper(circle))
  return keepers.get(circle)
}

// What goes on around a quiet on this device alone, also while another tab is in front: tones, a screen that
// stays lit, a word when a minute is left. Each only for whoever asked for it.
class Keeper {
  tones = new Tones()
  #circle
  #awake = new Awake()
  #within = null
  #ends = null
  #minute = null

  constructor(circle) {
    this.#circle = circle
    const { tones, anchor } = ownWays()
    if (anchor) circle.change({ anchor })
    if (tones) this.tones.switchOnAtNextTouch(() => this.#afresh())
    circle.store.listen((view) => this.#follow(view))
  }

  switchTones(on) {
    chooseWay({ tones: on })
    if (on) this.tones.switchOn()
    else this.tones.switchOff()
    this.#afresh()
  }

  tellMinute(on) {
    chooseWay({ minute: on })
    this.#afresh()
  }

  #afresh() {
    this.#ends = null
    this.#follow(this.#circle.store.view)
  }

  #follow(view) {
    const inside = isInside(view)
    this.#awake.keep(inside || isAfterwards(view))
    if (inside) this.#goesOn(view.room.round)
    else this.#over(view)
  }

  #goesOn({ timer, index }) {
    const now = this.#circle.clock.now()
    if (this.#within !== index) {
      this.#within = index
      this.#askTheTime()
      if (now - (timer.ends - timer.length) < JUST_NOW) this.tones.begins()
    }
    if (timer.ends === this.#ends) return
    this.#ends = timer.ends
    this.tones.endsIn(timer.ends - now)
    clearTimeout(this.#minute)
    const until = left(timer, now) - MINUTE
    if (ownWays().minute && until > 0) this.#minute = setTimeout(() => this.#circle.announcer.say(say("sound.minute_left"), { always: true }), until)
  }

  // A pause only holds the quiet up; stepping out, sitting it out or leaving ends it here without a sound.
  #over({ room, you, local }) {
    if (this.#within === null) return
    clearTimeout(this.#minute)
    this.#ends = null
    const here = room && you?.place === "circle" && !local.over
    if (here && room.stop) return this.tones.cancelEnd()
    const ended = here && room.round?.step !== "quiet"
    this.#within = null
    if (ended) this.tones.ends()
    else this.tones.cancelEnd()
    return undefined
  }

  // A fresh look at the clock by another way than the room's line: whichever is the shorter says more.
  async #askTheTime() {
    for (let time = 0; time < TIMES; time += 1) {
      try {
        const sent = Date.now()
        const answer = await fetch("/clock", { cache: "no-store", credentials: "omit" })
        const received = Date.now()
        if (answer.ok) this.#circle.clock.learn({ sent, ...(await answer.json()) }, received)
      } catch {
        return
      }
    }
  }
}

function isHere({ room, you, local }) {
  return Boolean(room && you?.place === "circle" && !you.returning && !local.over && !local.elsewhere)
}

function isInside(view) {
  return isHere(view) && inQuiet(view.room) && view.local.sittingOut !== silenceKey(view.room)
}

// The quiet that somebody stays in after the farewell.
function isAfterwards(view) {
  return isHere(view) && view.room.phase === "quiet_after"
}
