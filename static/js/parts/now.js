import { isBetweenTurns } from "../models/scene.js"
import { about, clockTime, isolated, knows, say } from "../models/words.js"

const ASIDES = {
  "arrival.settling": "aside.settling",
  "arrival.practice": "aside.practice",
  "closing.release": "aside.release",
  "break.resting": "aside.break",
}

const AFTER = new Set(["stay_on", "quiet_after"])

const PARTING = new Set(["release", "goodbye", "farewell", "leaving"])

// What the room is at, as one sentence and a few that help.
export function nowOf(view, content) {
  const { room } = view
  if (room.stop) return stopped(view)
  if (AFTER.has(room.phase) && !room.space) return after(room)
  if (room.space) return { title: spaceLine(view), told: [quietAsked(room)] }
  if (!room.round) return beforeOrBetween(view)
  if (isBetweenTurns(room)) return { title: say("between_turns.title"), told: [say("between_turns.line"), quietAsked(room)] }
  if (!room.round.step) return { title: say("step.complete"), told: [nextLine(room)] }
  return step(view, content)
}

export function roomLine(room) {
  if (!room.line || room.stop) return null
  const { code, by, number } = room.line
  if (isPast(room)) return null
  const itself = `line.${code}.itself`
  const known = !by && knows(itself) ? itself : `line.${code}`
  const kind = room.agenda[number]?.kind
  const values = { name: by ? isolated(by) : say("someone"), round: kind ? say(`kind.${kind}`) : "", time: clockTime(room.ends_at) }
  return knows(known) ? say(known, values) : null
}

// Who opened a round is said while it opens: later it would push what is asked off a phone, or name the wrong round.
function isPast({ line: { code, by }, round }) {
  if (code === "closing_begins") return by && (!round?.step || PARTING.has(round.step))
  return code === "round_introduced" && !(round?.step && opens(round))
}

function spaceLine({ room, you }) {
  const { name, phase, seat } = room.space
  const mine = seat === you.seat && you.turn
  if (phase === "offered") return mine ? say("offer.line") : say("circle.space_for", { name: isolated(name) })
  if (phase === "sharing") return mine ? say(MINE[you.turn.how] ?? "mine.speaking") : say("circle.has_space", { name: isolated(name) })
  return mine ? say("mine.rest") : say("circle.thanks")
}

const MINE = { write: "mine.writing", speak: "mine.speaking", quiet: "mine.quiet" }

function stopped({ room, you }) {
  const { kind, by } = room.stop
  const itself = `stop.${kind}.itself`
  const title = !by && knows(itself) ? say(itself) : say(`stop.${kind}`, { name: by ? isolated(by) : say("someone") })
  const until = room.stop.until ? say("stop.until", { time: clockTime(room.stop.until) }) : null
  return { title, told: [say("stop.still"), you.turn && say("stop.time_kept"), until] }
}

function after({ phase }) {
  return { title: say(`stay.title.${phase}`), told: [say(`stay.line.${phase}`)] }
}

function beforeOrBetween({ room, local }) {
  if (room.phase !== "doors_open") return { title: say("step.complete"), told: [nextLine(room)] }
  if (local.unheld && !room.holders.length) return { title: say("step.unheld"), told: [say("cover.door.unheld")] }
  return { title: say("step.before"), told: [say("cover.door.early", { time: clockTime(room.starts_at) })] }
}

function nextLine(room) {
  const next = room.agenda.find(({ state }) => state === "next")
  const name = room.holding ? isolated(room.holding) : say("someone")
  return next ? say("between.next", { name, round: say(`kind.${next.kind}`) }) : say("between.text")
}

function step({ room, you, local }, content) {
  const { round } = room
  const at = `${round.kind}.${round.step}`
  const ends = round.timer?.ends ?? room.ends_at
  const values = { time: clockTime(ends), length: about(room.agenda[round.index]?.length ?? round.timer?.length ?? 0), name: room.holding ? isolated(room.holding) : say("someone") }
  if (round.quiet) {
    values.length = about(round.quiet)
    if (round.step === "introduced") values.time = clockTime(ends + round.quiet)
  }
  const told = [
    opens(round) && say(`intro.${round.kind}`, values),
    ASIDES[at] && say(ASIDES[at], values),
    at === "check_in.choosing" && you.asked && content.checkInLine,
    at === "micro_sharing.introduced" && content.promptLine,
    answered(round, you, local) && say(answered(round, you, local)),
    round.step === "reveal" && round.words?.length === 0 && say("aside.no_one_chose"),
    at === "closing.farewell" && content.closingLine,
    quietAsked(room),
  ]
  return { title: knows(`step.${at}`) ? say(`step.${at}`, values) : say(`kind.${round.kind}`), told }
}

function opens(round) {
  return round.step === "introduced" || (round.kind === "arrival" && round.step === "settling") || round.kind === "break"
}

function answered(round, you, local) {
  if (!["choosing", "goodbye"].includes(round.step) || you.asked) return null
  if (you.shown) return "aside.chosen"
  return you.settled && !local.note ? "done.passed" : null
}

function quietAsked(room) {
  return room.quiet_asked ? say("quiet.after_turn") : null
}
