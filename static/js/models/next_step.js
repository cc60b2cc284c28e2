import { knows } from "./words.js"

const PLAIN = { begin: "desk.begin", resume_room: "desk.resume", end_circle: "desk.end" }

// The line that goes with what comes next, where there is one to say.
const SCRIPTS = {
  "desk.begin": "script.opening",
  "desk.resume": "script.resume",
  "desk.introduce.arrival": "script.settling",
  "desk.introduce.check_in": "script.check_in",
  "desk.introduce.micro_sharing": "script.sharing",
  "desk.introduce.silence": "script.silence",
  "desk.introduce.reflection": "script.reflection",
  "desk.introduce.break": "script.break",
  "desk.introduce.closing": "script.closing_no_next",
  "desk.move_on.arrival.settling": "script.agreements",
  "desk.move_on.arrival.agreements": "script.ready",
  "desk.move_on.arrival.practice": "script.practice",
  "desk.move_on.check_in.choosing": "script.reveal",
  "desk.move_on.micro_sharing.turns": "script.last_space",
  "desk.move_on.silence.quiet": "script.landing",
  "desk.move_on.closing.release": "script.goodbye",
}

// What the one next step is called, or null while nothing needs pressing.
export function codeOf(next, room) {
  if (!next) return null
  if (next.do === "introduce_round") return `desk.introduce.${room.agenda[next.index].kind}`
  if (next.do !== "move_on") return PLAIN[next.do]
  const code = `desk.move_on.${room.round?.kind}.${next.step}`
  return knows(code) ? code : "desk.move_on"
}

// The code of what could be said now: with the next step, about an offer, or at parting.
export function scriptOf(next, room) {
  if (next) return SCRIPTS[codeOf(next, room)] ?? null
  if (room.space?.phase === "offered") return "script.first_offer"
  return room.round?.step === "farewell" ? "script.farewell" : null
}
