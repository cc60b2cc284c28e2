// What may need whoever holds the room. Oldest first; what came keeps its place, and so, for a moment, does the
// gap it leaves: nothing moves under a finger that is on its way.

const LINGER = 2500

// Everything that waits now, besides what was put away on this screen. `at` is the server's instant where it gives one.
export function needsOf(view) {
  return allOf(view).filter(({ key }) => !view.local.putAway?.includes(key))
}

// Whether somebody waits for an answer; a private line that was read goes on without asking for any.
export function waits(view) {
  return needsOf(view).some(({ line }) => !line || line.unread)
}

function allOf({ desk, you, room }) {
  return [
    ...(desk.handing_to === you.seat ? [{ key: "handing", kind: "handing", name: room.holding ?? "" }] : []),
    ...desk.signals.map((signal) => ({ ...signal, key: `signal:${signal.id}` })),
    ...moreTime(desk),
    ...(you.lines ?? []).filter(({ messages }) => messages.length).map((line) => ({ key: `line:${line.with}`, kind: "line", name: line.name, line })),
    ...(desk.process ?? []).filter(({ name }) => name !== you.name).map(({ id, name, text }) => ({ key: `process:${id}`, kind: "process", name, text })),
  ]
}

function moreTime({ turn, seats }) {
  if (!turn?.more_asked || turn.phase !== "sharing") return []
  const name = seats.find(({ seat }) => seat === turn.seat)?.name ?? ""
  return [{ key: `more:${turn.id}`, kind: "more_time", turn: turn.id, name }]
}

// The cards after this view: [{key, since, need, gone}]. `since` is null for what was there before this page was;
// `gone` is the instant at which it went, and its place stays until then plus a moment, longer under a hand.
export function arranged(before, needs, now, { first = false, touched = false } = {}) {
  const wanted = new Map(needs.map((need) => [need.key, need]))
  const kept = before.flatMap((card) => stillThere(card, wanted.get(card.key), now, touched))
  const known = new Set(kept.map(({ key }) => key))
  const added = needs
    .filter(({ key }) => !known.has(key))
    .map((need) => ({ key: need.key, since: need.at ?? (first ? null : now), need, gone: null }))
    .sort((one, other) => (one.since ?? Infinity) - (other.since ?? Infinity) || 0)
  return [...kept, ...added]
}

function stillThere(card, need, now, touched) {
  if (need) return [{ ...card, need, gone: null }]
  const gone = card.gone ?? now
  return touched || now - gone < LINGER ? [{ ...card, gone }] : []
}

// How much of the time has gone after which the room pauses by itself, from 0 to 1; null once it has.
export function towardsPause(at, now, length) {
  const share = (now - at) / length
  return share < 1 ? Math.max(0, share) : null
}
