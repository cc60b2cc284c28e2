// One thought at a time for whoever holds the room (domain.md 3.8). It comes from the structure alone: who has
// the space, what stands still, how late it is. No word that anybody wrote is read here, and nothing is counted
// about anybody beyond the turn that is on.

// Lengths in minutes of the circle, which a rehearsal may make shorter.
const SHOWN = 1.5
const REST_LEAST = 1 / 5
const OFFER_OPEN = 1 / 2
const LINE_LONG = 5
const CO_QUIET = 20
const LITTLE_SLACK = 3
const NEAR_THE_END = 2
const SEVERAL = 3

const OPEN_STEPS = new Set(["last_space", "words"])

export const NOTHING_NOTICED = { before: null, offered: null, rest: null, given: null, happened: {}, lines: {}, co: {}, shown: {}, put: [] }

// The most pressing first. Each gives the occasion it speaks of, or null; an occasion is spoken of once.
const RULES = [
  ["nudge.after_removal", ({ memory }) => memory.happened.removed],
  ["nudge.pause_wanted", ({ desk, room }) => (room.stop ? null : desk.signals.find(({ kind }) => kind === "pause")?.id)],
  ["nudge.that_was_a_lot", pressed("that_was_a_lot")],
  ["nudge.want_to_fix", pressed("want_to_fix")],
  ["nudge.speaking_much", pressed("speaking_much")],
  ["nudge.someone_left", ({ memory }) => memory.happened.left],
  ["nudge.rest_ended_early", ({ memory }) => memory.happened.rest],
  ["nudge.time_given_twice", ({ memory }) => (memory.given?.times > 1 ? memory.given.turn : null)],
  ["nudge.line_long", ({ memory, long }) => Object.keys(memory.lines).find((seat) => long(memory.lines[seat], LINE_LONG))],
  ["nudge.offer_open", ({ memory, room, long }) => (!room.stop && long(memory.offered?.at, OFFER_OPEN) ? memory.offered.turn : null)],
  ["nudge.near_the_end", ({ room, within }) => (room.phase === "winding_down" && within(room.ends_at, NEAR_THE_END) ? "end" : null)],
  ["nudge.little_slack", ({ room, desk, within }) => (room.phase === "live" && within(desk.closing_at, LITTLE_SLACK) ? "slack" : null)],
  ["nudge.first_turn", ({ room }) => (["introduced", "thinking"].includes(sharingStep(room)) ? room.round.index : null)],
  ["nudge.several_resting", ({ room, desk }) => (sharingStep(room) === "turns" && resting(desk).length >= SEVERAL ? room.round.index : null)],
  ["nudge.open_order", ({ room }) => (!room.space && OPEN_STEPS.has(room.round?.step) ? `${room.round.index}:${room.round.step}` : null)],
  ["nudge.co_quiet", ({ memory, you, room, long }) => (you.leads && !room.stop ? Object.keys(memory.co).find((seat) => long(memory.co[seat], CO_QUIET)) : null)],
]

export const OWN = ["that_was_a_lot", "want_to_fix", "speaking_much"]

// What is remembered once this view has come.
export function noticed(memory, view, now, minute) {
  if (!view.desk) return memory
  const next = { ...memory, before: beforeOf(view) }
  next.offered = offeredOf(memory, view.room, now)
  next.rest = restOf(memory, view.room, now)
  next.given = givenOf(memory, view.desk)
  next.happened = happenedOf(memory, view, now, minute)
  next.lines = sinceOf(memory.lines, view.you.lines?.filter(({ messages, unread }) => messages.length && !unread).map((line) => line.with) ?? [], now)
  next.co = coOf(memory, view, now)
  return withShown(next, view, now, minute)
}

export function pressedOwn(memory, name, now) {
  return { ...memory, happened: { ...memory.happened, [name]: now } }
}

export function putAway(memory, { key }) {
  return { ...memory, put: [...memory.put, key] }
}

// The one thought for now: its code and its occasion, or null.
export function nudgeOf(memory, view, now, minute) {
  return occasions(memory, view, now, minute).find(({ key }) => !memory.put.includes(key) && now - (memory.shown[key] ?? now) < SHOWN * minute) ?? null
}

function occasions(memory, { room, desk, you }, now, minute) {
  if (!desk) return []
  const long = (since, minutes) => since !== null && since !== undefined && now - since >= minutes * minute
  const within = (instant, minutes) => Boolean(instant) && instant > now && instant - now < minutes * minute
  return RULES.map(([code, occasion]) => ({ code, about: occasion({ memory, room, desk, you, long, within }) }))
    .filter(({ about }) => about !== null && about !== undefined)
    .map(({ code, about }) => ({ code, key: `${code}:${about}` }))
}

// When each occasion was first the most pressing one; it goes by itself after a while.
function withShown(memory, view, now, minute) {
  const current = nudgeOf(memory, view, now, minute)
  if (!current || current.key in memory.shown) return memory
  return { ...memory, shown: { ...memory.shown, [current.key]: now } }
}

function pressed(name) {
  return ({ memory }) => memory.happened[name] ?? null
}

function sharingStep({ round }) {
  return round?.kind === "micro_sharing" ? round.step : null
}

function resting({ seats }) {
  return seats.filter((seat) => seat.resting && !seat.facilitates && seat.presence === "here")
}

function beforeOf({ room, desk }) {
  return { seats: presences(desk), index: room.round?.index, stopped: Boolean(room.stop), heard: heardOf({ room, desk }) }
}

function presences({ seats }) {
  return Object.fromEntries(seats.filter(({ facilitates }) => !facilitates).map(({ seat, presence }) => [seat, presence]))
}

function offeredOf({ offered }, { space }, now) {
  if (space?.phase !== "offered") return null
  return offered?.turn === space.turn ? offered : { turn: space.turn, at: now }
}

function restOf({ rest }, { space }, now) {
  if (space?.phase !== "resting") return null
  return rest?.turn === space.turn ? rest : { turn: space.turn, at: now }
}

// Only the turn that is on is looked at, and it is forgotten with it.
function givenOf({ given }, { turn }) {
  if (turn?.phase !== "sharing" || !turn.timer) return null
  if (given?.turn !== turn.id) return { turn: turn.id, length: turn.timer.length, times: 0 }
  return turn.timer.length > given.length ? { ...given, length: turn.timer.length, times: given.times + 1 } : given
}

function happenedOf(memory, { room, desk }, now, minute) {
  const { before, happened } = memory
  if (!before) return happened
  const places = presences(desk)
  const came = (place) => Object.keys(places).some((seat) => places[seat] === place && before.seats[seat] && before.seats[seat] !== place)
  const next = { ...happened }
  if (came("removed")) next.removed = now
  else if (came("left")) next.left = now
  if (restEndedEarly(memory, room, now, minute)) next.rest = now
  return next
}

function restEndedEarly({ rest, before }, room, now, minute) {
  if (!rest || room.stop || before.stopped || room.space?.turn === rest.turn) return false
  return room.round?.index === before.index && now - rest.at < REST_LEAST * minute
}

function sinceOf(before, keys, now) {
  return Object.fromEntries(keys.map((key) => [key, before[key] ?? now]))
}

// A facilitator beside me is quiet until the room or the channel hears of them.
function coOf({ co, before }, { room, desk, you }, now) {
  const others = desk.seats.filter(({ facilitates, presence, seat }) => facilitates && presence === "here" && seat !== you.seat)
  const heard = heardOf({ room, desk })
  return Object.fromEntries(others.map(({ seat, name }) => [seat, heard[name] === before?.heard[name] ? (co[seat] ?? now) : now]))
}

// The last that was heard of each name: a use of power, the channel, the space.
function heardOf({ room, desk }) {
  const last = desk.process?.at(-1)
  const signs = [[room.line?.by, room.line?.code], [last?.name, last?.id], [room.space?.name, room.space?.turn]]
  const heard = {}
  for (const [name, sign] of signs) if (name) heard[name] = `${heard[name] ?? ""}:${sign}`
  return heard
}
