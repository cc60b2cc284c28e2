import assert from "node:assert/strict"
import { test } from "node:test"

import { NOTHING_NOTICED, noticed, nudgeOf, pressedOwn, putAway } from "./models/nudges.js"

const MINUTE = 60_000
const START = 1_000_000

const seat = (name, more = {}) => ({ seat: name.toLowerCase(), name, presence: "here", resting: false, facilitates: false, ...more })
const SEATS = [seat("Ria", { facilitates: true }), seat("Sam"), seat("Lee"), seat("Jo"), seat("Kim")]

// Ria sits at her desk in an ordinary moment; each test says what differs.
function view({ room = {}, desk = {}, you = {} } = {}) {
  return {
    room: { phase: "live", stop: null, line: null, space: null, ends_at: START + 40 * MINUTE, round: { index: 2, kind: "micro_sharing", step: "turns" }, ...room },
    desk: { seats: SEATS, signals: [], process: [], turn: null, closing_at: START + 30 * MINUTE, ...desk },
    you: { seat: "ria", name: "Ria", leads: true, lines: [], ...you },
  }
}

// What Ria is told at the end of a story of [minutes since the start, view].
function told(...story) {
  const { memory, now, last } = lived(...story)
  return nudgeOf(memory, last, now, MINUTE)?.code ?? null
}

function lived(...story) {
  let memory = NOTHING_NOTICED
  for (const [minutes, one] of story) memory = noticed(memory, one, START + minutes * MINUTE, MINUTE)
  const [minutes, last] = story.at(-1)
  return { memory, now: START + minutes * MINUTE, last }
}

const turn = (phase, id = 7) => ({ room: { space: { seat: "sam", name: "Sam", phase, turn: id } } })
const timed = (length) => ({ desk: { turn: { id: 7, seat: "sam", phase: "sharing", timer: { length } } }, ...turn("sharing") })

test("an ordinary moment needs no thought", () => {
  assert.equal(told([0, view()], [10, view()]), null)
})

test("somebody who does not hold the room is told nothing", () => {
  const other = { ...view(), desk: null }
  assert.equal(told([0, other]), null)
})

test("before the first turn", () => {
  assert.equal(told([0, view({ room: { round: { index: 2, kind: "micro_sharing", step: "thinking" } } })]), "nudge.first_turn")
})

test("an offer stays open for half a minute", () => {
  assert.equal(told([0, view(turn("offered"))], [0.4, view(turn("offered"))]), null)
  assert.equal(told([0, view(turn("offered"))], [0.5, view(turn("offered"))]), "nudge.offer_open")
})

test("an offer that is open while the room stands still asks nothing", () => {
  const paused = turn("offered")
  paused.room.stop = { kind: "pause" }
  assert.equal(told([0, view(turn("offered"))], [0.6, view(paused)]), null)
})

test("a rest ended early, and one that did not", () => {
  const story = (minutes) => told([0, view(turn("sharing"))], [1, view(turn("resting"))], [1 + minutes, view(turn("offered", 8))])
  assert.equal(story(0.1), "nudge.rest_ended_early")
  assert.equal(story(0.25), null)
})

test("time given twice in one turn, and forgotten with it", () => {
  const given = [[0, view(timed(90_000))], [0.5, view(timed(150_000))]]
  assert.equal(told(...given), null)
  assert.equal(told(...given, [1, view(timed(210_000))]), "nudge.time_given_twice")
  assert.equal(told(...given, [1, view(timed(210_000))], [1.5, view()]), null)
})

test("a private line open for five minutes", () => {
  const open = view({ you: { lines: [{ with: "jo", unread: false, messages: [{ id: 1 }] }] } })
  const unread = view({ you: { lines: [{ with: "jo", unread: true, messages: [{ id: 1 }] }] } })
  assert.equal(told([0, open], [4.9, open]), null)
  assert.equal(told([0, open], [5, open]), "nudge.line_long")
  assert.equal(told([0, unread], [6, unread]), null)
})

test("several rest in a round of turns", () => {
  const rest = (names) => view({ desk: { seats: SEATS.map((one) => ({ ...one, resting: names.includes(one.name) })) } })
  assert.equal(told([0, rest(["Sam", "Lee"])]), null)
  assert.equal(told([0, rest(["Sam", "Lee", "Jo"])]), "nudge.several_resting")
})

test("a co-facilitator of whom nothing is heard for twenty minutes", () => {
  const tom = seat("Tom", { facilitates: true })
  const beside = (room = {}) => view({ room, desk: { seats: [...SEATS, tom] } })
  const paused = { line: { code: "paused", by: "Tom" } }
  assert.equal(told([0, beside()], [20, beside()]), "nudge.co_quiet")
  assert.equal(told([0, beside()], [15, beside(paused)], [21, beside(paused)]), null)
  assert.equal(told([0, beside()], [15, beside(paused)], [35, beside(paused)]), "nudge.co_quiet")
})

test("three minutes to spare, then two minutes to the end", () => {
  assert.equal(told([27.5, view()]), "nudge.little_slack")
  assert.equal(told([38.5, view({ room: { phase: "winding_down" } })]), "nudge.near_the_end")
})

test("somebody leaves, and somebody's time is ended", () => {
  const gone = (presence) => view({ desk: { seats: SEATS.map((one) => (one.name === "Jo" ? { ...one, presence } : one)) } })
  assert.equal(told([0, view()], [1, gone("left")]), "nudge.someone_left")
  assert.equal(told([0, view()], [1, gone("removed")]), "nudge.after_removal")
  assert.equal(told([0, gone("left")]), null)
})

test("a pause is wished, until the room is paused", () => {
  const desk = { signals: [{ id: 3, kind: "pause", at: START }] }
  assert.equal(told([0, view({ desk })]), "nudge.pause_wanted")
  assert.equal(told([0, view({ desk, room: { stop: { kind: "pause" } } })]), null)
})

test("an own button is answered at once", () => {
  const { memory, now, last } = lived([0, view()])
  const pressed = noticed(pressedOwn(memory, "want_to_fix", now), last, now, MINUTE)
  assert.equal(nudgeOf(pressed, last, now, MINUTE).code, "nudge.want_to_fix")
})

test("one thought at a time, the most pressing first, and put away it stays away", () => {
  const both = view({ ...turn("offered"), desk: { signals: [{ id: 3, kind: "pause", at: START }] } })
  const { memory, now, last } = lived([0, both], [0.6, both])
  const first = nudgeOf(memory, last, now, MINUTE)
  assert.equal(first.code, "nudge.pause_wanted")
  assert.equal(nudgeOf(putAway(memory, first), last, now, MINUTE).code, "nudge.offer_open")
})

test("a thought goes by itself, and the same occasion brings it no more", () => {
  const rest = view({ desk: { seats: SEATS.map((one) => ({ ...one, resting: true })) } })
  assert.equal(told([0, rest], [1, rest]), "nudge.several_resting")
  assert.equal(told([0, rest], [1, rest], [2, rest], [9, rest]), null)
})

test("no word that anybody wrote changes what is told", () => {
  const words = (text) => view({ room: { shares: [{ id: 1, text }] }, desk: { replies: [{ text }], process: [{ id: 1, name: "Tom", text }] }, you: { lines: [{ with: "jo", unread: true, messages: [{ id: 1, text }] }] } })
  assert.deepEqual(lived([0, words("fine")]).memory, lived([0, words("I can't go on")]).memory)
})
