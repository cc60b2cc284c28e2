import { about, bare, clockTime, isolated, knows, listed, say } from "../models/words.js"
import { el, redraw } from "./dom.js"

// Where am I: a list that is true, and changes while it is read.
export default class Where {
  title = "care.where"
  element = el("ul", { class: "prompts" })
  #circle
  #view = null

  constructor(circle) {
    this.#circle = circle
  }

  update(view) {
    this.#view = view
    const facts = this.#facts(view)
    redraw(this.element, facts, () => facts.map((text) => el("li", {}, text)))
  }

  tick() {
    if (this.#view) this.update(this.#view)
  }

  #facts({ room, you }) {
    if (!room || !you) return [say("where.kept"), say("where.leave")]
    const others = room.roster.filter(({ seat }) => seat !== you.seat)
    const here = namesOf(others.filter((seat) => seat.here))
    const away = namesOf(others.filter((seat) => !seat.here))
    return [
      this.#circle.settings.group_name,
      here.length ? say("where.here", { names: listed(here) }) : say("where.alone"),
      away.length > 0 && say("where.away", { names: listed(away) }),
      room.holding ? say("where.holding", { names: isolated(room.holding) }) : say("where.unheld"),
      stepOf(room),
      you.audience.length > 0 && say("where.audience", { names: listed(you.audience) }),
      say("where.unseen"),
      say("where.private"),
      say("where.own_device"),
      say("where.kept"),
      room.after?.until && say("where.stays_open", { time: clockTime(room.after.until) }),
      !room.after && say("where.time_left", { length: about(room.ends_at - this.#circle.clock.now()) }),
      !room.after && say("where.ends", { time: clockTime(room.ends_at) }),
      say("where.leave"),
    ].filter(Boolean)
  }
}

function namesOf(seats) {
  return seats.map(({ name }) => name)
}

function stepOf({ round }) {
  if (!round?.step) return null
  const step = `step.${round.kind}.${round.step}`
  return say("where.step", { step: bare(knows(step) ? say(step) : say(`kind.${round.kind}`)) })
}
