// Which one thing this screen shows. No element is touched here.

const QUIET_KINDS = new Set(["silence"])
// Whoever is next, or may ask for the space, can answer first whoever had it before them.
const WAITS = new Set(["up_next", "space"])
const PAGES = { closed: "closed", unopened: "unopened", left: "left", removed: "removed", signed_out: "signed_out" }

export function coverOf({ room, you, local }) {
  if (local.over) return PAGES[local.over] ?? "closed"
  if (you?.place === "removed") return "removed"
  if (room?.phase === "closed") return "closed"
  if (you?.place === "left" && !you.returning) return "left"
  if (local.elsewhere) return "elsewhere"
  if (!room || !you) return "arriving"
  if (room.ending) return room.ending.page === "held" ? "held_close" : "emergency"
  if (you.returning) return "returning"
  if (you.place === "out") return "out"
  if (local.backToMe) return "back_to_me"
  if (local.curtain) return "curtain"
  if (you.place === "door") return "door"
  if (local.sittingOut !== null && local.sittingOut === silenceKey(room)) return "sitting_out"
  return null
}

// It should have begun five minutes ago, and nobody is at the desk: whose doing that is has to be said.
export function waitsForAHolder({ room }, now, minute) {
  return room?.phase === "doors_open" && !room.holders.length && now >= room.starts_at + 5 * minute
}

export function questionOf({ room, you, local }) {
  if (!you.agreed) return "agreements"
  if (room.stop) return null
  if (you.turn && ["resting", "responding"].includes(you.turn.phase)) return "after"
  if (you.asked === "sharing") return you.turn?.how === "write" ? "composer" : "speaking"
  if (WAITS.has(you.asked) && mayReply(you, local)) return "replies"
  if (you.asked) return { offered: "offer", choosing: "gather", goodbye: "gather", practice: "practice" }[you.asked] ?? you.asked
  if (asksDeeper(room, you, local)) return "deeper"
  if (mayReply(you, local)) return "replies"
  if (you.queued) return "queued"
  if (room.phase === "quiet_after") return "quiet"
  return stepQuestion(room.round, you)
}

export function silenceKey(room) {
  const round = room?.round
  return round?.step && (QUIET_KINDS.has(round.kind) || round.step === "quiet") ? `${round.index}:${round.kind}` : null
}

export function inQuiet(room) {
  return room?.round?.step === "quiet" && !room.stop
}

const ROUND_THE_CIRCLE = new Set(["turns", "words", "last_space"])

// A little quiet after a turn, where the agenda has one: then these steps have a timer, and nobody the space.
export function isBetweenTurns({ round, space, stop }) {
  return Boolean(round?.quiet_between && round.timer && !space && !stop && ROUND_THE_CIRCLE.has(round.step))
}

export function stepKey(room) {
  const round = room?.round
  return round ? `${round.index}:${round.kind}:${round.step}` : (room?.phase ?? "")
}

// A note about what I did lasts until the step or the turn is another.
export function momentKey(room) {
  return `${stepKey(room)}:${room?.space?.turn ?? ""}`
}

function asksDeeper({ proposal }, you, local) {
  return proposal && !you.facilitates && local.fineWith !== `${proposal.round}:${proposal.depth}`
}

function mayReply(you, local) {
  const may = you.reply_to && !you.reply_to.replied && you.mode === "open"
  return may && local.room !== "just_me" && !local.notReplying.includes(you.reply_to.share)
}

function stepQuestion(round, you) {
  if (!round?.step) return null
  const step = `${round.kind}.${round.step}`
  if (step === "silence.introduced") return "silence_choice"
  if (round.step === "quiet") return "quiet"
  if (step === "micro_sharing.thinking" && !you.settled && you.mode === "open") return "prepare"
  if (step === "reflection.private" || step === "closing.private") return "private_time"
  if (step === "closing.release") return "release"
  if (step === "closing.leaving") return "leaving"
  return null
}
